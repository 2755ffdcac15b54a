package impasto.models;

import impasto.config.InputConvention;
import impasto.torch.StateDict;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds out which input the weights of a network expect; never by guessing. */
public final class InputConventions {
  /** The key of a file's metadata that names the convention. */
  public static final String KEY = "impasto.input";

  private InputConventions() {}

  /**
   * The convention of some weights: as the file's metadata key {@code impasto.input} says, else as
   * the catalogue says of a file with that SHA-256, else as the user says.
   *
   * @param file where the weights were read from; hashed if its metadata do not tell
   * @param weights what was read
   * @param asked what the user says, if anything
   * @throws ModelException if nobody says, if user and file contradict each other, or the file can
   *     no longer be read
   */
  public static InputConvention of(Path file, StateDict weights, Optional<InputConvention> asked) {
    return of(file, weights, asked, () -> Sha256.of(file));
  }

  /**
   * The same, for a file that may have been hashed before.
   *
   * @param file where the weights were read from
   * @param weights what was read
   * @param asked what the user says, if anything
   * @param sha256 the file's SHA-256 as lower-case hexadecimal digits; asked for if its metadata do
   *     not tell
   * @throws ModelException if nobody says, or if user and file contradict each other
   */
  public static InputConvention of(
      Path file, StateDict weights, Optional<InputConvention> asked, Supplier<String> sha256) {
    return of(file, weights, asked, sha256, Catalogue.load());
  }

  static InputConvention of(
      Path file,
      StateDict weights,
      Optional<InputConvention> asked,
      Supplier<String> hash,
      Catalogue catalogue) {
    String declared = weights.metadata().get(KEY);
    Optional<InputConvention> known =
        declared != null
            ? Optional.of(parse(file, declared))
            : catalogued(file, hash.get(), catalogue);
    if (known.isPresent() && asked.isPresent() && !known.equals(asked)) {
      throw new ModelException(
          file
              + ": its weights expect "
              + name(known.get())
              + " input, but --input-convention says "
              + name(asked.get())
              + "; leave the option out");
    }
    return known
        .or(() -> asked)
        .orElseThrow(
            () ->
                new ModelException(
                    file
                        + ": does not say which input its weights expect;"
                        + " pass --input-convention torchvision or caffe"));
  }

  private static Optional<InputConvention> catalogued(
      Path file, String sha256, Catalogue catalogue) {
    return catalogue.models().stream()
        .filter(model -> sha256.startsWith(model.sha256Prefix()))
        .findFirst()
        .map(model -> parse(file, model.input()));
  }

  private static InputConvention parse(Path file, String name) {
    return switch (name) {
      case "torchvision" -> InputConvention.TORCHVISION;
      case "caffe" -> InputConvention.CAFFE;
      default ->
          throw new ModelException(
              file + ": its metadata give " + KEY + " as neither torchvision nor caffe");
    };
  }

  private static String name(InputConvention convention) {
    return convention.name().toLowerCase(Locale.ROOT);
  }
}
