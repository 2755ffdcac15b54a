package impasto.report;

import impasto.image.ImageCodec;
import java.nio.file.Path;
import java.util.Locale;

/** Finds the recipe of a picture. */
public final class Recipes {
  private Recipes() {}

  /** Whether a file is taken for a record, and not for a picture: by its extension. */
  public static boolean isRecord(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
  }

  /**
   * Reads the recipe from inside a picture, or from the record of its run.
   *
   * @param file a picture or a JSON file
   * @throws UnreadableRecordException if there is none in it, or a damaged one
   * @throws impasto.image.UnreadablePictureException if the picture cannot be read
   */
  public static Recipe read(Path file) {
    if (isRecord(file)) {
      return RunRecords.readRecipe(file);
    }
    String text =
        ImageCodec.description(file)
            .filter(RecipeJson::isRecipe)
            .orElseThrow(
                () ->
                    new UnreadableRecordException(
                        file.toString(),
                        "holds no settings of Impasto; give a picture that still has what Impasto"
                            + " wrote into it, or the record of its run",
                        null));
    return RecipeJson.parse(file.toString(), text);
  }
}
