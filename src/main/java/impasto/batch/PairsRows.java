package impasto.batch;

import impasto.batch.PairsFile.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the rows of a pairs file from its text. */
final class PairsRows {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

  private final Path file;
  private final Path folder;
  private final Set<String> options;

  /**
   * @param file where the text is from
   * @param options the names that columns may have besides our own
   */
  PairsRows(Path file, Set<String> options) {
    this.file = file;
    this.folder = file.toAbsolutePath().getParent();
    this.options = options;
  }

  /**
   * Reads all rows.
   *
   * @throws BatchInputException if there are none, or with the line that is not as it should be
   */
  List<Row> read(String text) {
    CsvLines lines = new CsvLines(text);
    List<Row> rows = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
      Iterator<CSVRecord> records = parser.iterator();
      if (!records.hasNext()) {
        throw new BatchInputException(
            file.toString(), "it is empty; its first line names the columns: content,style", null);
      }
      PairsHeader header = header(records.next(), lines);
      while (records.hasNext()) {
        CSVRecord cells = records.next();
        rows.add(row(header, cells, lines.at(cells.getCharacterPosition())));
      }
    } catch (IOException | UncheckedIOException e) {
      String reason =
          e instanceof UncheckedIOException ? e.getCause().getMessage() : e.getMessage();
      throw new BatchInputException(
          file.toString(),
          "no CSV (%s); put cells with commas or quotes in quotes, and double the quotes in them"
              .formatted(reason),
          e);
    }
    if (rows.isEmpty()) {
      throw new BatchInputException(
          file.toString(), "there are no rows below the columns' names; add some", null);
    }
    return rows;
  }

  private PairsHeader header(CSVRecord cells, CsvLines lines) {
    long line = lines.at(cells.getCharacterPosition());
    try {
      return PairsHeader.of(cells, options);
    } catch (IllegalArgumentException e) {
      throw refused(line, e.getMessage(), e);
    }
  }

  private Row row(PairsHeader header, CSVRecord cells, long line) {
    List<String> names = header.names();
    if (cells.size() != names.size()) {
      throw refused(
          line,
          "has %d cells where there are %d columns; put cells with commas in quotes"
              .formatted(cells.size(), names.size()),
          null);
    }
    Map<String, String> given = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      if (!cells.get(i).isBlank()) {
        given.put(names.get(i), cells.get(i));
      }
    }
    for (String needed : List.of(PairsHeader.CONTENT, PairsHeader.STYLE)) {
      if (!given.containsKey(needed)) {
        throw refused(line, "has no " + needed + "; name a picture", null);
      }
    }
    try {
      String content = folder.resolve(given.remove(PairsHeader.CONTENT)).toString();
      List<String> styles = styles(line, given.remove(PairsHeader.STYLE));
      Optional<String> output = Optional.ofNullable(given.remove(PairsHeader.OUTPUT));
      given.replaceAll((name, value) -> value.strip());
      return new Row(line, content, styles, output, given);
    } catch (InvalidPathException e) {
      throw refused(line, "names no file (" + e.getMessage() + "); check the path", e);
    }
  }

  private List<String> styles(long line, String cell) {
    if (!cell.contains(";") || Files.exists(folder.resolve(cell))) {
      return List.of(folder.resolve(cell).toString());
    }
    List<String> names = Arrays.stream(cell.split(";", -1)).map(String::strip).toList();
    if (names.contains("")) {
      throw refused(
          line, "has an empty name among its styles '" + cell + "'; leave out a semicolon", null);
    }
    return names.stream().map(name -> folder.resolve(name).toString()).toList();
  }

  private BatchInputException refused(long line, String reason, Exception cause) {
    return new BatchInputException(file + " line " + line, reason, cause);
  }
}
