package impasto.cli;

import impasto.transfer.CheckpointFile;
import impasto.transfer.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a checkpoint of a run now and then, so seldom that it costs little time. */
final class Checkpoints {
  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

  /** The time between checkpoints is at least so many times that of writing one: 2 %. */
  private static final int SHARE = 50;

  private static final double NANOSECONDS = 1e9;

  private final Path file;
  private final double everySeconds;
  private final LongSupplier nanoTime;
  private final Supplier<Map<String, String>> notes;
  private long last;
  private double pause;
  private boolean warned;

  /**
   * @param file where to
   * @param everySeconds the least time between two; 0 keeps none
   * @param nanoTime the clock
   * @param notes what is kept with the checkpoint
   */
  Checkpoints(
      Path file, double everySeconds, LongSupplier nanoTime, Supplier<Map<String, String>> notes) {
    this.file = file;
    this.everySeconds = everySeconds;
    this.nanoTime = nanoTime;
    this.notes = notes;
    last = nanoTime.getAsLong();
    pause = everySeconds;
  }

  /** Keeps a checkpoint if it is time to. */
  void iterated(Snapshot now) {
    if (everySeconds > 0 && (nanoTime.getAsLong() - last) / NANOSECONDS >= pause) {
      keep(now);
    }
  }

  /** Keeps a checkpoint of a run that is about to end early. */
  void stopped(Snapshot now) {
    if (everySeconds > 0 && keep(now)) {
      LOG.info("{}: --resume goes on from here", file);
    }
  }

  private boolean keep(Snapshot now) {
    long begun = nanoTime.getAsLong();
    boolean kept = false;
    try {
      CheckpointFile.write(file, now.checkpoint(), notes.get());
      kept = true;
    } catch (IOException | RuntimeException e) {
      // The run is worth more than its checkpoint.
      if (!warned) {
        LOG.warn("cannot write {}: {}; going on without, and trying again", file, e.getMessage());
      }
      warned = true;
    }
    last = nanoTime.getAsLong();
    pause = Math.max(everySeconds, SHARE * (last - begun) / NANOSECONDS);
    return kept;
  }
}
