package impasto.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.google.gson.JsonObject;
import impasto.files.AtomicFile;
import impasto.torch.ResidentMemory;
import impasto.transfer.Iteration;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes an iteration a line as JSON, as it happens. The file appears with the first line, so that
 * a run that fails before it leaves none.
 */
final class MetricsFile {
  private static final Logger LOG = LoggerFactory.getLogger(MetricsFile.class);

  private static final String START = "{\"scale\":";

  private final Path file;
  private boolean broken;

  /**
   * @param file where to
   */
  MetricsFile(Path file) {
    this.file = file;
  }

  /** Whether a file holds metrics, and not something else that a person would miss. */
  static boolean isOurs(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(START.length());
      // A run that was killed at once has left it empty.
      return start.length == 0 || new String(start, UTF_8).equals(START);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Drops the lines that an interrupted run wrote after its last checkpoint, as they will come
   * again.
   *
   * @param evaluations those before the checkpoint, whose lines stay
   * @throws OutputException if the file cannot be rewritten
   */
  void goOnAfter(int evaluations) {
    if (!Files.exists(file)) {
      return;
    }
    try (Stream<String> lines = Files.lines(file)) {
      String kept = lines.limit(evaluations).map(line -> line + "\n").collect(joining());
      AtomicFile.write(file, kept.getBytes(UTF_8), true);
    } catch (IOException | UncheckedIOException e) {
      throw new OutputException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Adds a line. If a later one cannot be written, a warning says so, once.
   *
   * @throws OutputException if the first cannot be written
   */
  void iterated(Iteration iteration) {
    if (broken) {
      return;
    }
    boolean first = iteration.evaluations() == 1;
    try {
      Files.writeString(
          file,
          line(iteration) + "\n",
          StandardOpenOption.CREATE,
          first ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND,
          StandardOpenOption.WRITE);
    } catch (IOException e) {
      if (first) {
        throw new OutputException("cannot write " + file + ": " + e, e);
      }
      // Hours of painting are worth more than their metrics.
      broken = true;
      LOG.warn("cannot write {}: {}; going on without it", file, e.toString());
    }
  }

  private static JsonObject line(Iteration iteration) {
    JsonObject line = new JsonObject();
    line.addProperty("scale", iteration.scale());
    line.addProperty("width", iteration.width());
    line.addProperty("height", iteration.height());
    line.addProperty("iteration", iteration.iteration());
    line.addProperty("evaluations", iteration.evaluations());
    line.add("loss", Json.number(iteration.loss()));
    line.add("terms", Json.numbers(iteration.terms()));
    line.addProperty("seconds", iteration.seconds());
    ResidentMemory.megabytes().ifPresent(mb -> line.addProperty("rss_mb", mb));
    return line;
  }
}
