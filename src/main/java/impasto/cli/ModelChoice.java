package impasto.cli;

import impasto.models.Catalogue;
import impasto.models.InstalledModel;
import impasto.models.InstalledModels;
import impasto.models.ModelException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The weight file to use.
 *
 * @param file the file
 * @param installed the installed model that it belongs to; empty for a file given by its path
 */
record ModelChoice(Path file, Optional<InstalledModel> installed) {
  private static final Logger LOG = LoggerFactory.getLogger(ModelChoice.class);

  /**
   * Finds the file.
   *
   * @param asked an installed model's name or a file's path; null for the first model that is
   *     installed, in the catalogue's order, which begins with {@code vgg19}
   * @param models the installed models
   * @throws ModelException if a model is not installed or damaged, or if there is none
   */
  static ModelChoice of(String asked, InstalledModels models) {
    if (asked != null && !InstalledModels.isName(asked)) {
      return new ModelChoice(path(asked), Optional.empty());
    }
    List<String> names = CatalogueOptions.names(Catalogue.load(), models.names());
    if (asked == null) {
      return first(names, models);
    }
    // A model's name comes first: a weight file's name has an extension, or can be given as ./NAME.
    if (names.contains(asked)) {
      return installed(asked, models);
    }
    Path file = path(asked);
    if (!Files.exists(file)) {
      throw new ModelException(
          asked
              + ": neither a model nor a file; "
              + NearName.of(asked, names)
                  .map(near -> "did you mean " + near + "?")
                  .orElse("models are " + String.join(", ", names)));
    }
    return new ModelChoice(file, Optional.empty());
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
    for (String name : names) {
      if (models.find(name).isPresent()) {
        ModelChoice choice = installed(name, models);
        LOG.info("using the installed model {} ({})", name, choice.file());
        return choice;
      }
    }
    throw new ModelException(
        "no model is installed; run: impasto models install "
            + names.get(0)
            + ", or give a weight file by -m FILE");
  }

  private static ModelChoice installed(String name, InstalledModels models) {
    InstalledModel model = models.open(name);
    return new ModelChoice(model.file(), Optional.of(model));
  }
}
