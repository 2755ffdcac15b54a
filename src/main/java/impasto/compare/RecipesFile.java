package impasto.compare;

import impasto.batch.BatchInputException;
import impasto.batch.CsvTable;
import impasto.batch.OutputNames;
import impasto.report.NearName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads the recipes of a comparison from a CSV file. */
public final class RecipesFile {
  private static final String RECIPE = "recipe";

  private RecipesFile() {}

  /**
   * Reads a file with the column {@code recipe}, which names the recipe of each row, and options by
   * their long names. A blank cell is not given.
   *
   * @param file the CSV file, in UTF-8
   * @param options the long names without dashes that columns may have
   * @return the recipes in their order, at least one, with names that differ even as names of
   *     folders
   * @throws BatchInputException if the file cannot be read, or with the line that is not as it
   *     should be
   */
  public static List<NamedRecipe> read(Path file, Set<String> options) {
    CsvTable table = CsvTable.read(file, RECIPE, cells -> columns(cells, options));
    List<NamedRecipe> recipes = new ArrayList<>();
    Map<String, Long> lines = new HashMap<>();
    for (CsvTable.Row row : table.rows()) {
      Map<String, String> settings = new LinkedHashMap<>(row.cells());
      settings.replaceAll((name, value) -> value.strip());
      String name = settings.remove(RECIPE);
      if (name == null) {
        throw table.refused(row, "has no name; fill the column recipe", null);
      }
      if (ComparisonFiles.isOne(name)) {
        throw table.refused(
            row,
            "names the recipe as a file of the comparison, " + name + "; call it otherwise",
            null);
      }
      // As if they were pictures: nothing is cut off that looks like an extension.
      Long other = lines.putIfAbsent(OutputNames.key(name + ".png"), row.line());
      if (other != null) {
        throw table.refused(
            row,
            "names the recipe '%s' as line %d does, at least for some systems; call one otherwise"
                .formatted(name, other),
            null);
      }
      recipes.add(new NamedRecipe(name, settings));
    }
    return recipes;
  }

  private static List<String> columns(List<String> cells, Set<String> options) {
    Set<String> known = new TreeSet<>(options);
    known.add(RECIPE);
    List<String> names = new ArrayList<>();
    for (String cell : cells) {
      String name = cell.strip().replaceFirst("^--", "");
      if (!known.contains(name)) {
        throw new IllegalArgumentException("'" + cell + "' is no column" + guess(name, known));
      }
      if (names.contains(name)) {
        throw new IllegalArgumentException("the column " + name + " is there twice; leave one out");
      }
      names.add(name);
    }
    if (!names.contains(RECIPE)) {
      throw new IllegalArgumentException(
          "there is no column recipe; the first line names the columns, such as recipe,iterations");
    }
    return names;
  }

  private static String guess(String name, Set<String> known) {
    return switch (name) {
      case "size" -> "; sizes are given by --sizes, for all recipes";
      case "seed" -> "; seeds are given by --seeds, for all recipes";
      default ->
          NearName.of(name, known)
              .map(near -> "; did you mean " + near + "?")
              .orElse("; there are recipe and options of a single picture by their long names");
    };
  }
}
