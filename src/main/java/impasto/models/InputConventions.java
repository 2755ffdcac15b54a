package impasto.models;

import impasto.config.InputConvention;
import impasto.torch.StateDict;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** Finds out which input the weights of a network expect; never by guessing. */
public final class InputConventions {
  private static final String KEY = "impasto.input";

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
    return of(file, weights, asked, Catalogue.load());
  }

  static InputConvention of(
      Path file, StateDict weights, Optional<InputConvention> asked, Catalogue catalogue) {
    String declared = weights.metadata().get(KEY);
    Optional<InputConvention> known =
        declared != null ? Optional.of(parse(file, declared)) : catalogued(file, catalogue);
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

  private static Optional<InputConvention> catalogued(Path file, Catalogue catalogue) {
    String sha256 = sha256(file);
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

  private static String sha256(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new ModelException(file + ": cannot be read (" + e.getMessage() + ")", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
