package impasto.compare;

import static java.nio.charset.StandardCharsets.UTF_8;

import impasto.report.JsonLines;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was measured, as a file of a line of JSON each, only ever added to; the last line of a
 * picture holds. A kill may leave a line unfinished: it is passed over, and the next one begins on
 * a line of its own.
 */
public final class Measurements {
  private final Path file;
  private final Map<String, Measurement> latest = new HashMap<>();

  private Measurements(Path file) {
    this.file = file;
  }

  /**
   * Reads what was measured before.
   *
   * @param file which need not exist yet
   * @throws IOException if it cannot be read
   */
  public static Measurements read(Path file) throws IOException {
    Measurements measurements = new Measurements(file);
    if (Files.exists(file)) {
      new String(Files.readAllBytes(file), UTF_8)
          .lines()
          .flatMap(line -> JsonLines.parse(Measurement.class, line).stream())
          .forEach(it -> measurements.latest.put(it.output(), it));
    }
    return measurements;
  }

  /**
   * What was measured of a picture.
   *
   * @param output its file, relative to the comparison's folder
   * @param sha256 of that file: what was measured of another picture there does not count
   */
  public Optional<Measurement> of(String output, String sha256) {
    return Optional.ofNullable(latest.get(output)).filter(it -> it.sha256().equals(sha256));
  }

  /**
   * Adds what was measured, which is on the disk when this returns.
   *
   * @throws IOException if it cannot be written
   */
  public void add(Measurement measurement) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      String line = JsonLines.line(measurement) + "\n";
      String whole = isCutOff(bytes) ? "\n" + line : line;
      bytes.seek(bytes.length());
      bytes.write(whole.getBytes(UTF_8));
      bytes.getFD().sync();
    }
    latest.put(measurement.output(), measurement);
  }

  private static boolean isCutOff(RandomAccessFile bytes) throws IOException {
    if (bytes.length() == 0) {
      return false;
    }
    bytes.seek(bytes.length() - 1);
    return bytes.read() != '\n';
  }
}
