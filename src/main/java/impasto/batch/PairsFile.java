package impasto.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
  private static final int LARGEST_MEGABYTES = 64;

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
    return new PairsFile(file, new PairsRows(file, options).read(textOf(file)));
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
