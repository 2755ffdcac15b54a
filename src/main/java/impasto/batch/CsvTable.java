package impasto.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file (RFC 4180, in UTF-8) whose first line names its columns.
 *
 * @param file the file
 * @param rows in their order, at least one
 */
public record CsvTable(Path file, List<Row> rows) {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
  private static final int LARGEST_MEGABYTES = 64;

  /**
   * One row.
   *
   * @param line where it begins in the file, from 1
   * @param cells those that are not blank by their columns, in the order of the columns
   */
  public record Row(long line, Map<String, String> cells) {

    /** Copies the map, in its order. */
    public Row {
      cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }
  }

  /** Copies the list. */
  public CsvTable {
    rows = List.copyOf(rows);
  }

  /**
   * Reads a file.
   *
   * @param file the CSV file
   * @param example a first line, for a message
   * @param columns checks and tidies the first line: gives the columns' names, all different, or
   *     throws an IllegalArgumentException that tells what is wrong and the way out
   * @throws BatchInputException if the file cannot be read or has no rows, or with the line that is
   *     not as it should be
   */
  public static CsvTable read(Path file, String example, UnaryOperator<List<String>> columns) {
    String text = textOf(file);
    CsvLines lines = new CsvLines(text);
    List<Row> rows = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
      Iterator<CSVRecord> records = parser.iterator();
      if (!records.hasNext()) {
        throw refused(file, "it is empty; its first line names the columns: " + example, null);
      }
      CSVRecord first = records.next();
      List<String> names = names(file, lines.at(first.getCharacterPosition()), first, columns);
      while (records.hasNext()) {
        CSVRecord cells = records.next();
        rows.add(row(file, lines.at(cells.getCharacterPosition()), names, cells));
      }
    } catch (IOException | UncheckedIOException e) {
      String reason =
          e instanceof UncheckedIOException ? e.getCause().getMessage() : e.getMessage();
      throw refused(
          file,
          "no CSV (%s); put cells with commas or quotes in quotes, and double the quotes in them"
              .formatted(reason),
          e);
    }
    if (rows.isEmpty()) {
      throw refused(file, "there are no rows below the columns' names; add some", null);
    }
    return new CsvTable(file, rows);
  }

  /**
   * What is said of a row that is not as it should be.
   *
   * @param row one of the rows
   * @param reason what is wrong, and the way out
   * @param cause what was thrown underneath, or null
   */
  public BatchInputException refused(Row row, String reason, Exception cause) {
    return new BatchInputException(file + " line " + row.line(), reason, cause);
  }

  private static List<String> names(
      Path file, long line, CSVRecord cells, UnaryOperator<List<String>> columns) {
    try {
      return columns.apply(cells.toList());
    } catch (IllegalArgumentException e) {
      throw new BatchInputException(file + " line " + line, e.getMessage(), e);
    }
  }

  private static Row row(Path file, long line, List<String> names, CSVRecord cells) {
    if (cells.size() != names.size()) {
      throw new BatchInputException(
          file + " line " + line,
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
    return new Row(line, given);
  }

  private static String textOf(Path file) {
    int most = LARGEST_MEGABYTES << 20;
    try {
      if (Files.isDirectory(file)) {
        throw refused(file, "it is a folder; name a CSV file", null);
      }
      byte[] bytes;
      try (InputStream in = Files.newInputStream(file)) {
        bytes = in.readNBytes(most + 1);
      }
      if (bytes.length > most) {
        throw refused(file, "it is larger than " + LARGEST_MEGABYTES + " MB; split it", null);
      }
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw refused(file, "it is not UTF-8; save it as CSV in UTF-8", e);
    } catch (NoSuchFileException e) {
      throw refused(file, "no such file; check the path", e);
    } catch (AccessDeniedException e) {
      throw refused(file, "permission denied; make it readable", e);
    } catch (IOException e) {
      throw refused(file, "cannot be read (" + e + "); get a whole copy", e);
    }
  }

  private static BatchInputException refused(Path file, String reason, Exception cause) {
    return new BatchInputException(file.toString(), reason, cause);
  }
}
