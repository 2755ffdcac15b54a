package impasto.batch;

import impasto.batch.PairsFile.Row;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the rows of a pairs file. */
final class PairsRows {
  private final CsvTable table;
  private final Path folder;

  /**
   * Reads the file as a table.
   *
   * @param file the file
   * @param options the names that columns may have besides our own
   * @throws BatchInputException if it cannot be read as one
   */
  PairsRows(Path file, Set<String> options) {
    this.table =
        CsvTable.read(file, "content,style", cells -> PairsHeader.of(cells, options).names());
    this.folder = file.toAbsolutePath().getParent();
  }

  /**
   * Reads all rows.
   *
   * @throws BatchInputException with the line that is not as it should be
   */
  List<Row> read() {
    return table.rows().stream().map(this::row).toList();
  }

  private Row row(CsvTable.Row row) {
    Map<String, String> given = new LinkedHashMap<>(row.cells());
    for (String needed : List.of(PairsHeader.CONTENT, PairsHeader.STYLE)) {
      if (!given.containsKey(needed)) {
        throw table.refused(row, "has no " + needed + "; name a picture", null);
      }
    }
    try {
      String content = folder.resolve(given.remove(PairsHeader.CONTENT)).toString();
      List<String> styles = styles(row, given.remove(PairsHeader.STYLE));
      Optional<String> output = Optional.ofNullable(given.remove(PairsHeader.OUTPUT));
      given.replaceAll((name, value) -> value.strip());
      return new Row(row.line(), content, styles, output, given);
    } catch (InvalidPathException e) {
      throw table.refused(row, "names no file (" + e.getMessage() + "); check the path", e);
    }
  }

  private List<String> styles(CsvTable.Row row, String cell) {
    if (!cell.contains(";") || Files.exists(folder.resolve(cell))) {
      return List.of(folder.resolve(cell).toString());
    }
    List<String> names = Arrays.stream(cell.split(";", -1)).map(String::strip).toList();
    if (names.contains("")) {
      throw table.refused(
          row, "has an empty name among its styles '" + cell + "'; leave out a semicolon", null);
    }
    return names.stream().map(name -> folder.resolve(name).toString()).toList();
  }
}
