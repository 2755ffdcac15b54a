package impasto.cli;

import impasto.models.BuiltinModel;
import impasto.models.Catalogue;
import impasto.models.InstalledModels;
import impasto.report.NearName;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which models there are to install. */
final class CatalogueOptions {
  @Option(
      names = "--catalogue",
      paramLabel = "FILE",
      description =
          "Another list of models, JSON of the form of models/catalogue.json. Default: our own.")
  private Path file;

  /** The catalogue asked for. */
  Catalogue catalogue() {
    return file == null ? Catalogue.load() : Catalogue.read(file);
  }

  /**
   * The entry of that name.
   *
   * @throws ParameterException if there is none
   */
  Catalogue.Entry entry(CommandSpec spec, String name) {
    refuseBuiltin(spec, name);
    Catalogue catalogue = catalogue();
    return catalogue.find(name).orElseThrow(() -> unknown(spec, name, names(catalogue, List.of())));
  }

  /**
   * Refuses a name that belongs neither to an installed model nor to one of our own catalogue.
   *
   * @throws ParameterException if it does not
   */
  static void checkKnown(CommandSpec spec, String name, InstalledModels models) {
    refuseBuiltin(spec, name);
    List<String> names = names(Catalogue.load(), models.names());
    if (!names.contains(name)) {
      throw unknown(spec, name, names);
    }
  }

  /** The names of a catalogue in its order, then others installed; not the built-in network's. */
  static List<String> names(Catalogue catalogue, List<String> installed) {
    return Stream.concat(catalogue.models().stream().map(Catalogue.Entry::name), installed.stream())
        .distinct()
        .toList();
  }

  /** Refuses the built-in network, which is no file of its own. */
  private static void refuseBuiltin(CommandSpec spec, String name) {
    if (name.equals(BuiltinModel.NAME)) {
      throw new ParameterException(
          spec.commandLine(),
          name + " is part of Impasto: always there, and no file to install, look at or remove");
    }
  }

  private static ParameterException unknown(CommandSpec spec, String name, List<String> names) {
    return new ParameterException(
        spec.commandLine(),
        "there is no model '"
            + name
            + "'; "
            + NearName.of(name, names)
                .map(near -> "did you mean " + near + "?")
                .orElse("there are " + String.join(", ", names)));
  }
}
