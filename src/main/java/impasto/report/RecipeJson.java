package impasto.report;

/** The recipe as the text that travels inside a picture. */
public final class RecipeJson {
  static final String KIND = "impasto-recipe";

  private RecipeJson() {}

  /**
   * The recipe on a single line, with the names of files alone. The same recipe gives the same
   * text.
   */
  public static String text(Recipe recipe) {
    return RecordJson.compact(RecordJson.tree(KIND, recipe.withoutFolders()));
  }

  /** The recipe as text for people, with its paths. */
  public static String pretty(Recipe recipe) {
    return PrettyJson.text(RecordJson.tree(KIND, recipe));
  }

  /**
   * Whether a text is a recipe, whole or not, and not what another program wrote into a picture.
   */
  public static boolean isRecipe(String text) {
    return RecordJson.claims(KIND, text);
  }

  /**
   * Reads a recipe.
   *
   * @param source what the text came from, such as the picture's file, for messages
   * @param text a recipe as JSON
   * @throws UnreadableRecordException if it is damaged, incomplete or of a later format
   */
  public static Recipe parse(String source, String text) {
    return RecordJson.parse(Recipe.class, KIND, source, text);
  }
}
