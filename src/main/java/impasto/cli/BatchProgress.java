package impasto.cli;

import impasto.report.Printable;
import impasto.report.RunRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows how far a batch is: by a bar on a terminal, with a line above it for what is out of the
 * ordinary; by a line a job elsewhere. The time left comes from what pictures of about the same
 * size took.
 */
final class BatchProgress implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BatchProgress.class);
  private static final double NANOSECONDS = 1e9;

  private final Experience experience;
  private final int workers;
  private final LongSupplier clock;
  private final Map<PlannedJob, Running> running = new LinkedHashMap<>();
  private final List<PlannedJob> left;
  private final double totalWork;
  private final int total;
  private Optional<TerminalBar> bar = Optional.empty();
  private double workDone;
  private int done;
  private int failed;

  /**
   * @param jobs that are to be painted
   * @param experience what is known of how long pictures take; told of each that is painted
   * @param workers how many work at a time
   * @param clock nanoseconds, from any beginning
   */
  BatchProgress(List<PlannedJob> jobs, Experience experience, int workers, LongSupplier clock) {
    this.experience = experience;
    this.workers = workers;
    this.clock = clock;
    left = new ArrayList<>(jobs);
    total = jobs.size();
    totalWork = jobs.stream().mapToDouble(PlannedJob::work).sum();
  }

  /** A job that is being painted. */
  private record Running(double share, long since) {}

  /** Shows it on standard error, if that is wanted there. */
  void show() {
    if (LOG.isInfoEnabled()) {
      bar = ErrorTerminal.ofThisProcess().flatMap(screen -> TerminalBar.start(screen, this::text));
    }
  }

  void begun(PlannedJob job) {
    synchronized (this) {
      left.remove(job);
      running.put(job, new Running(0, clock.getAsLong()));
    }
    move();
  }

  void progressed(PlannedJob job, double share) {
    synchronized (this) {
      running.computeIfPresent(job, (same, before) -> new Running(share, before.since()));
    }
    move();
  }

  /** A job goes back to those that are left. */
  void putBack(PlannedJob job) {
    synchronized (this) {
      running.remove(job);
      left.add(job);
    }
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
    synchronized (this) {
      record.ifPresent(run -> experience.add(job, run));
      end(job);
      done++;
    }
    move();
    if (bar.isEmpty()) {
      LOG.info("{}: {}", counts(), words);
    }
  }

  /** A job failed for good, perhaps before any was begun: then it is not counted. */
  void failed(PlannedJob job, String words) {
    synchronized (this) {
      if (job.isToPaint()) {
        end(job);
        failed++;
      }
    }
    move();
    LOG.warn("{}", words);
  }

  private void end(PlannedJob job) {
    running.remove(job);
    left.remove(job);
    workDone += job.work();
  }

  private void move() {
    bar.ifPresent(it -> it.stepTo(share()));
  }

  /** The share of the work that is done, from 0 to 1. */
  synchronized double share() {
    double now = workDone;
    for (Map.Entry<PlannedJob, Running> one : running.entrySet()) {
      now += one.getValue().share() * one.getKey().work();
    }
    return totalWork == 0 ? 0 : Math.min(1, now / totalWork);
  }

  /** Seconds to the end of the batch; empty if nothing is known of the pace. */
  synchronized OptionalDouble secondsLeft() {
    double seconds = 0;
    for (PlannedJob job : left) {
      OptionalDouble one = estimate(job);
      if (one.isEmpty()) {
        return one;
      }
      seconds += one.getAsDouble();
    }
    for (Map.Entry<PlannedJob, Running> one : running.entrySet()) {
      OptionalDouble rest = rest(one.getKey(), one.getValue());
      if (rest.isEmpty()) {
        return rest;
      }
      seconds += rest.getAsDouble();
    }
    return OptionalDouble.of(
        seconds / Math.max(1, Math.min(workers, left.size() + running.size())));
  }

  private OptionalDouble estimate(PlannedJob job) {
    OptionalDouble known = experience.seconds(job);
    if (known.isPresent()) {
      return known;
    }
    // Before any job is finished, those at hand tell something.
    double seconds = 0;
    double work = 0;
    for (Map.Entry<PlannedJob, Running> one : running.entrySet()) {
      if (one.getValue().share() > 0) {
        seconds += seconds(one.getValue());
        work += one.getValue().share() * one.getKey().work();
      }
    }
    return work == 0 ? OptionalDouble.empty() : OptionalDouble.of(seconds / work * job.work());
  }

  private OptionalDouble rest(PlannedJob job, Running now) {
    OptionalDouble whole = estimate(job);
    return whole.isEmpty()
        ? whole
        : OptionalDouble.of(Math.max(0, whole.getAsDouble() * (1 - now.share())));
  }

  private double seconds(Running job) {
    return (clock.getAsLong() - job.since()) / NANOSECONDS;
  }

  /** {@code 3 of 12 done, 1 failed, 8 left, 2:10 min left}. */
  synchronized String counts() {
    int rest = total - done - failed;
    return "%d of %d done%s%s"
        .formatted(
            done,
            total,
            failed == 0 ? "" : ", " + failed + " failed",
            rest == 0
                ? ""
                : BarText.item(secondsLeft(), time -> ProgressText.duration(time) + " left"));
  }

  private synchronized String text(double share, int columns) {
    String now =
        running.entrySet().stream()
            .findFirst()
            .map(
                one ->
                    ": %s %d%%"
                        .formatted(
                            Printable.text(one.getKey().task().job().output()),
                            (int) Math.floor(100 * one.getValue().share())))
            .orElse("");
    String counts = counts();
    String brief = "%d/%d%s".formatted(done, total, failed == 0 ? "" : ", " + failed + " failed");
    return BarText.of(share, List.of(counts + now, counts, brief, ""), columns);
  }

  /** Ends the display. */
  @Override
  public void close() {
    bar.ifPresent(TerminalBar::close);
  }
}
