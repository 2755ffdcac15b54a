package impasto.cli;

import impasto.transfer.Iteration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says now and then how far a run is. */
final class ProgressLog {
  private static final Logger LOG = LoggerFactory.getLogger(ProgressLog.class);
  private static final double EVERY_SECONDS = 10;

  private double last;

  void iterated(Iteration iteration) {
    boolean end = iteration.iteration() == iteration.iterations();
    if (end || iteration.seconds() - last >= EVERY_SECONDS) {
      last = iteration.seconds();
      LOG.info(
          "scale {}/{} ({} x {}), iteration {}/{}, loss {}, {} s",
          iteration.scale(),
          iteration.scales(),
          iteration.width(),
          iteration.height(),
          iteration.iteration(),
          iteration.iterations(),
          String.format(Locale.ROOT, "%.5g", iteration.loss()),
          Math.round(iteration.seconds()));
    }
  }
}
