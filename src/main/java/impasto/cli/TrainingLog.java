package impasto.cli;

import impasto.training.TrainingListener;
import impasto.training.TrainingState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says how far a training is, and keeps a checkpoint once a minute and when it is stopped. */
final class TrainingLog implements TrainingListener {
  private static final Logger LOG = LoggerFactory.getLogger(TrainingLog.class);
  private static final double SECONDS_A_CHECKPOINT = 60;
  private static final double NANOSECONDS = 1e9;

  private final int steps;
  private final Path checkpoint;
  private final String lesson;
  private final LongSupplier nanoTime;
  private long start;
  private int first = -1;
  private long kept;
  private Map<String, Double> errors = Map.of();

  /**
   * @param steps of the whole training
   * @param checkpoint where to keep checkpoints
   * @param lesson what they are of
   * @param nanoTime the clock
   */
  TrainingLog(int steps, Path checkpoint, String lesson, LongSupplier nanoTime) {
    this.steps = steps;
    this.checkpoint = checkpoint;
    this.lesson = lesson;
    this.nanoTime = nanoTime;
  }

  @Override
  public void stepped(int step, Supplier<TrainingState> now) {
    if ((nanoTime.getAsLong() - kept) / NANOSECONDS >= SECONDS_A_CHECKPOINT) {
      keep(now);
      LOG.info("step {} of {}, {} left", step, steps, left(step));
    }
  }

  @Override
  public void stopped(Supplier<TrainingState> now) {
    if (keep(now)) {
      LOG.info("{}: --resume goes on from here", checkpoint);
    }
  }

  @Override
  public void judged(int step, Map<String, Double> judged) {
    errors = judged;
    if (first < 0) {
      first = step;
      start = nanoTime.getAsLong();
      kept = start;
    }
    LOG.info("step {} of {}: unexplained {}", step, steps, text());
  }

  /** The latest errors, the share of each layer's variance. */
  String text() {
    return errors.entrySet().stream()
        .map(error -> String.format(Locale.ROOT, "%s %.4f", error.getKey(), error.getValue()))
        .collect(Collectors.joining(", "));
  }

  private String left(int step) {
    double seconds = (nanoTime.getAsLong() - start) / NANOSECONDS;
    return ProgressText.duration(seconds / (step - first) * (steps - step));
  }

  private boolean keep(Supplier<TrainingState> now) {
    kept = nanoTime.getAsLong();
    try {
      now.get().write(checkpoint, lesson);
      return true;
    } catch (IOException e) {
      LOG.warn("cannot write {} ({})", checkpoint, e.getMessage());
      return false;
    }
  }
}
