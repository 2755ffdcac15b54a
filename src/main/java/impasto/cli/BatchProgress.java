package impasto.cli;

import impasto.report.RunRecord;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows how far a batch is: by a bar on a terminal, with a line above it for what is out of the
 * ordinary; by a line a job elsewhere.
 */
final class BatchProgress implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BatchProgress.class);

  private final BatchPace pace;
  private Optional<TerminalBar> bar = Optional.empty();

  /**
   * @param pace of a batch that has not begun
   */
  BatchProgress(BatchPace pace) {
    this.pace = pace;
  }

  /** Shows it on standard error, if that is wanted there. */
  void show() {
    if (LOG.isInfoEnabled()) {
      bar = ErrorTerminal.ofThisProcess().flatMap(screen -> TerminalBar.start(screen, this::text));
    }
  }

  /** A job was begun. */
  void begun(PlannedJob job) {
    pace.begun(job);
    move();
  }

  /**
   * A job goes on.
   *
   * @param share that is done, from 0 to 1
   */
  void progressed(PlannedJob job, double share) {
    pace.progressed(job, share);
    move();
  }

  /** A job goes back to those that are left. */
  void putBack(PlannedJob job) {
    pace.putBack(job);
    move();
  }

  /** A job that failed is tried again. */
  void retried(PlannedJob job, String words) {
    putBack(job);
    LOG.warn("{}", words);
  }

  /**
   * A job was finished.
   *
   * @param record of its run, if it was painted
   * @param words what is said of it where there is no bar
   */
  void finished(PlannedJob job, Optional<RunRecord> record, String words) {
    pace.finished(job, record);
    move();
    if (bar.isEmpty()) {
      LOG.info("{}: {}", pace.counts(), words);
    }
  }

  /** A job failed for good. */
  void failed(PlannedJob job, String words) {
    pace.failed(job);
    move();
    LOG.warn("{}", words);
  }

  private void move() {
    bar.ifPresent(it -> it.stepTo(pace.share()));
  }

  private String text(double share, int columns) {
    String counts = pace.counts();
    String now = pace.current().map(job -> ": " + job).orElse("");
    return BarText.of(share, List.of(counts + now, counts, pace.briefCounts(), ""), columns);
  }

  /** Ends the display. */
  @Override
  public void close() {
    bar.ifPresent(TerminalBar::close);
  }
}
