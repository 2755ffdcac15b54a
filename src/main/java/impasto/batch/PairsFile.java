package impasto.batch;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of a pairs file: which photo is painted in the manner of which paintings.
 *
 * @param file the file
 * @param rows in their order, at least one
 */
public record PairsFile(Path file, List<Row> rows) {
  /**
   * One row.
   *
   * @param line where it begins in the file, from 1
   * @param content the photo, an absolute path
   * @param styles the paintings to blend, absolute paths, at least one
   * @param output the result's name, as it stands there
   * @param settings options by their long names without dashes, in the order of the columns
   */
  public record Row(
      long line,
      String content,
      List<String> styles,
      Optional<String> output,
      Map<String, String> settings) {

    /** Copies the collections, in their order. */
    public Row {
      styles = List.copyOf(styles);
      settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
  }

  /** Copies the list. */
  public PairsFile {
    rows = List.copyOf(rows);
  }

  /**
   * Reads a CSV file (RFC 4180, in UTF-8) with a header: the columns {@code content} and {@code
   * style}, and, if wanted, {@code output} and options by their long names. A blank cell is not
   * given. Paths are relative to the file's folder; a style may name several paintings, parted by
   * semicolons. Whether there are such pictures is not looked at.
   *
   * @param file the CSV file
   * @param options the long names without dashes that columns may have
   * @throws BatchInputException if the file cannot be read, or with the line that is not as it
   *     should be
   */
  public static PairsFile read(Path file, Set<String> options) {
    return new PairsFile(file, new PairsRows(file, options).read());
  }
}
