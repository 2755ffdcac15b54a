package impasto.cli;

import impasto.transfer.Iteration;
import impasto.transfer.Position;
import impasto.transfer.Snapshot;
import impasto.transfer.TransferListener;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands what a run tells to all who want to know.
 *
 * @param progress shows it
 * @param metrics writes it down, if that was asked for
 * @param chronicle remembers it
 * @param previews saves pictures in between
 * @param results saves what there is when the run is stopped
 * @param checkpoints keeps what is needed to go on
 */
record RunEvents(
    ProgressDisplay progress,
    Optional<MetricsFile> metrics,
    Chronicle chronicle,
    Previews previews,
    Results results,
    Checkpoints checkpoints)
    implements TransferListener {
  private static final Logger LOG = LoggerFactory.getLogger(RunEvents.class);

  @Override
  public void iterated(Iteration iteration, Snapshot now) {
    progress.iterated(iteration);
    metrics.ifPresent(file -> file.iterated(iteration));
    chronicle.iterated(iteration);
    previews.iterated(iteration, now);
    // Last: it holds what the others remember.
    checkpoints.iterated(now);
  }

  @Override
  public void restarted(Position position, String reason) {
    String event =
        "scale %d, iteration %d: %s".formatted(position.scale() + 1, position.iteration(), reason);
    LOG.warn("{}", event);
    chronicle.happened(event);
  }

  @Override
  public void endedEarly(Position position, String reason) {
    String event =
        "scale %d ends after %d iterations: %s"
            .formatted(position.scale() + 1, position.iteration(), reason);
    LOG.info("{}", event);
    chronicle.happened(event);
  }

  /** Saves the picture before the checkpoint, which takes longer to write. */
  @Override
  public void stopped(Snapshot now) {
    if (now.checkpoint().position().evaluations() > 0) {
      results.savePartial(now.picture());
      checkpoints.stopped(now);
    }
  }
}
