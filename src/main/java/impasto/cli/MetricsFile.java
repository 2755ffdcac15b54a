package impasto.cli;

import com.google.gson.JsonObject;
import impasto.torch.ResidentMemory;
import impasto.transfer.Iteration;
import impasto.transfer.TransferListener;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Writes an iteration a line as JSON, flushed as it happens; nothing if there is no file. */
final class MetricsFile implements TransferListener, AutoCloseable {
  private final Optional<Path> file;
  private final Optional<BufferedWriter> writer;

  private MetricsFile(Optional<Path> file, Optional<BufferedWriter> writer) {
    this.file = file;
    this.writer = writer;
  }

  /**
   * Opens the file.
   *
   * @throws OutputException if it cannot be written
   */
  static MetricsFile open(Optional<Path> file) {
    if (file.isEmpty()) {
      return new MetricsFile(file, Optional.empty());
    }
    try {
      return new MetricsFile(file, Optional.of(Files.newBufferedWriter(file.get())));
    } catch (IOException e) {
      throw unwritable(file.get(), e);
    }
  }

  @Override
  public void iterated(Iteration iteration) {
    writer.ifPresent(
        lines -> {
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
          try {
            lines.write(line + "\n");
            lines.flush();
          } catch (IOException e) {
            throw unwritable(file.orElseThrow(), e);
          }
        });
  }

  @Override
  public void close() {
    writer.ifPresent(
        lines -> {
          try {
            lines.close();
          } catch (IOException e) {
            throw unwritable(file.orElseThrow(), e);
          }
        });
  }

  private static OutputException unwritable(Path file, IOException cause) {
    return new OutputException(file + ": cannot be written: " + cause.getMessage(), cause);
  }
}
