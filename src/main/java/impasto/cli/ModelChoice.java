package impasto.cli;

import impasto.models.BuiltinModel;
import impasto.models.Catalogue;
import impasto.models.InstalledModel;
import impasto.models.InstalledModels;
import impasto.models.ModelException;
import impasto.models.Sha256;
import impasto.models.WeightFiles;
import impasto.net.Network;
import impasto.report.NearName;
import impasto.torch.StateDict;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The weights to use: where they are and how they are read. */
sealed interface ModelChoice {

  /** What messages call it: the file, or the built-in network's name. */
  Path place();

  /** The name under which Impasto knows it, if it does. */
  Optional<String> name();

  /** Reads the parameters of a network. */
  StateDict read();

  /** The SHA-256 of the file, 64 lower-case hexadecimal digits. */
  String sha256();

  /** What the record of a run calls the place. */
  default String recorded() {
    return place().toAbsolutePath().normalize().toString();
  }

  /**
   * The network inside Impasto.
   *
   * @param model its file
   */
  record Builtin(BuiltinModel model) implements ModelChoice {
    @Override
    public Path place() {
      return Path.of(BuiltinModel.NAME);
    }

    @Override
    public Optional<String> name() {
      return Optional.of(BuiltinModel.NAME);
    }

    @Override
    public StateDict read() {
      return model.read(Network::isParameter);
    }

    @Override
    public String sha256() {
      return model.sha256();
    }

    @Override
    public String recorded() {
      return BuiltinModel.NAME;
    }
  }

  /**
   * An installed model.
   *
   * @param model its file and its hash
   */
  record Installed(InstalledModel model) implements ModelChoice {
    @Override
    public Path place() {
      return model.file();
    }

    @Override
    public Optional<String> name() {
      return Optional.of(model.name());
    }

    @Override
    public StateDict read() {
      return WeightFiles.read(model.file(), Network::isParameter);
    }

    @Override
    public String sha256() {
      return model.sha256();
    }
  }

  /** A file given by its path. */
  final class WeightFile implements ModelChoice {
    private final Path place;
    private String sha256;

    /**
     * @param place the file
     */
    WeightFile(Path place) {
      this.place = place;
    }

    @Override
    public Path place() {
      return place;
    }

    @Override
    public Optional<String> name() {
      return Optional.empty();
    }

    @Override
    public StateDict read() {
      return WeightFiles.read(place, Network::isParameter);
    }

    /** Hashes the file the first time, which takes about a second for 80 MB. */
    @Override
    public String sha256() {
      if (sha256 == null) {
        sha256 = Sha256.of(place);
      }
      return sha256;
    }
  }

  /**
   * Finds the weights.
   *
   * @param asked {@code builtin}, an installed model's name or a file's path; null for the first
   *     model that is installed, in the catalogue's order, which begins with {@code vgg19}, and for
   *     the built-in network if none is
   * @param models the installed models
   * @throws ModelException if a model is not installed or damaged
   */
  static ModelChoice of(String asked, InstalledModels models) {
    if (asked != null && !InstalledModels.isName(asked)) {
      return new WeightFile(path(asked));
    }
    List<String> names = CatalogueOptions.names(Catalogue.load(), models.names());
    if (asked == null) {
      return first(names, models);
    }
    // A model's name comes first: a weight file's name has an extension, or can be given as ./NAME.
    if (asked.equals(BuiltinModel.NAME)) {
      return new Builtin(BuiltinModel.open());
    }
    if (names.contains(asked)) {
      return new Installed(models.open(asked));
    }
    Path file = path(asked);
    if (!Files.exists(file)) {
      List<String> all = Stream.concat(Stream.of(BuiltinModel.NAME), names.stream()).toList();
      throw new ModelException(
          asked
              + ": neither a model nor a file; "
              + NearName.of(asked, all)
                  .map(near -> "did you mean " + near + "?")
                  .orElse("models are " + String.join(", ", all)));
    }
    return new WeightFile(file);
  }

  /**
   * The path that a text is.
   *
   * @throws ModelException if it cannot be one
   */
  static Path path(String asked) {
    try {
      return Path.of(asked);
    } catch (InvalidPathException e) {
      throw new ModelException(asked.replaceAll("\\p{Cntrl}", "?") + ": no such file", e);
    }
  }

  private static ModelChoice first(List<String> names, InstalledModels models) {
    Logger log = LoggerFactory.getLogger(ModelChoice.class);
    for (String name : names) {
      if (models.find(name).isPresent()) {
        InstalledModel model = models.open(name);
        log.info("using the installed model {} ({})", name, model.file());
        return new Installed(model);
      }
    }
    log.info(
        "using the built-in network; for VGG19, which paints finer and slower, run: "
            + "impasto models install vgg19");
    return new Builtin(BuiltinModel.open());
  }
}
