package impasto.cli;

import impasto.transfer.Iteration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in a line now and then how far a run is. */
final class ProgressLog implements ProgressDisplay {
  private static final Logger LOG = LoggerFactory.getLogger(ProgressLog.class);
  private static final double EVERY_SECONDS = 10;

  private final Pace pace;
  private double last;

  /**
   * @param pace of a run that has not begun
   */
  ProgressLog(Pace pace) {
    this.pace = pace;
  }

  @Override
  public void iterated(Iteration iteration) {
    pace.iterated(iteration);
    boolean end = iteration.iteration() == iteration.iterations();
    if (end || iteration.seconds() - last >= EVERY_SECONDS) {
      last = iteration.seconds();
      LOG.info(
          "scale {}/{} ({} x {}), iteration {}/{}, loss {}, {} s{}",
          iteration.scale(),
          iteration.scales(),
          iteration.width(),
          iteration.height(),
          iteration.iteration(),
          iteration.iterations(),
          ProgressText.loss(iteration.loss()),
          Math.round(iteration.seconds()),
          left(end && iteration.scale() == iteration.scales()));
    }
  }

  private String left(boolean finished) {
    return finished || pace.secondsLeft().isEmpty()
        ? ""
        : ", " + ProgressText.duration(pace.secondsLeft().getAsDouble()) + " left";
  }
}
