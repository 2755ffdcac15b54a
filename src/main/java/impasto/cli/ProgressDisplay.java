package impasto.cli;

import impasto.transfer.Iteration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows how far a run is, on standard error. Closing it leaves the cursor on a fresh line. */
interface ProgressDisplay extends AutoCloseable {

  /** Shows an evaluation. */
  void iterated(Iteration iteration);

  /**
   * The display that suits standard error: a live bar on a terminal, lines now and then elsewhere,
   * nothing with {@code --quiet}.
   *
   * @param plan of the run
   * @return the display; the caller closes it
   */
  static ProgressDisplay of(PlannedRun plan) {
    Logger log = LoggerFactory.getLogger(ProgressDisplay.class);
    if (!log.isInfoEnabled()) {
      return iteration -> {};
    }
    Pace pace = new Pace(plan);
    return ErrorTerminal.ofThisProcess()
        .<ProgressDisplay>map(terminal -> LiveBar.start(pace, terminal, System::nanoTime))
        .orElseGet(() -> new ProgressLog(pace));
  }

  /** Ends the display; does nothing where there is nothing to end. */
  @Override
  default void close() {}
}
