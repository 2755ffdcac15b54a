package impasto.cli;

import com.google.gson.JsonObject;
import impasto.torch.ResidentMemory;
import impasto.transfer.Iteration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes an iteration a line as JSON, as it happens. The file appears with the first line, so that
 * a run that fails before it leaves none.
 */
final class MetricsFile {
  private static final Logger LOG = LoggerFactory.getLogger(MetricsFile.class);

  private final Path file;
  private boolean broken;

  /**
   * @param file where to
   */
  MetricsFile(Path file) {
    this.file = file;
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
      List<String> kept = lines.limit(evaluations).toList();
      Files.write(file, kept);
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
