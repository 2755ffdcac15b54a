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

/**
 * How far a batch is, and how long it will take: from what pictures of about the same size took.
 * Threads may share it.
 */
final class BatchPace {
  private static final double NANOSECONDS = 1e9;

  private final Experience experience;
  private final int workers;
  private final LongSupplier clock;
  private final Map<PlannedJob, Running> running = new LinkedHashMap<>();
  private final List<PlannedJob> left;
  private final double totalWork;
  private final int total;
  private double workDone;
  private int done;
  private int failed;

  /**
   * @param jobs that are to be painted
   * @param experience what is known of how long pictures take; told of each that is painted
   * @param workers how many work at a time
   * @param clock nanoseconds, from any beginning
   */
  BatchPace(List<PlannedJob> jobs, Experience experience, int workers, LongSupplier clock) {
    this.experience = experience;
    this.workers = workers;
    this.clock = clock;
    left = new ArrayList<>(jobs);
    total = jobs.size();
    totalWork = jobs.stream().mapToDouble(PlannedJob::work).sum();
  }

  /** A job that is being painted. */
  private record Running(double share, long since) {}

  /** A job was begun. */
  synchronized void begun(PlannedJob job) {
    left.remove(job);
    running.put(job, new Running(0, clock.getAsLong()));
  }

  /**
   * A job goes on.
   *
   * @param share that is done, from 0 to 1
   */
  synchronized void progressed(PlannedJob job, double share) {
    running.computeIfPresent(job, (same, before) -> new Running(share, before.since()));
  }

  /** A job goes back to those that are left. */
  synchronized void putBack(PlannedJob job) {
    running.remove(job);
    left.add(job);
  }

  /**
   * A job was finished.
   *
   * @param record of its run, if it was painted
   */
  synchronized void finished(PlannedJob job, Optional<RunRecord> record) {
    record.ifPresent(run -> experience.add(job, run));
    end(job);
    done++;
  }

  /** A job failed for good. */
  synchronized void failed(PlannedJob job) {
    end(job);
    failed++;
  }

  private void end(PlannedJob job) {
    boolean begun = running.remove(job) != null;
    // Others failed before there was anything to do.
    if (left.remove(job) || begun) {
      workDone += job.work();
    }
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

  /** {@code 3 of 12 done, 1 failed, 2:10 min left}. */
  synchronized String counts() {
    int rest = left.size() + running.size();
    return "%d of %d done%s%s"
        .formatted(
            done,
            total,
            failed == 0 ? "" : ", " + failed + " failed",
            rest == 0
                ? ""
                : BarText.item(secondsLeft(), time -> ProgressText.duration(time) + " left"));
  }

  /** The same in fewer characters: {@code 3/12, 1 failed}. */
  synchronized String briefCounts() {
    return "%d/%d%s".formatted(done, total, failed == 0 ? "" : ", " + failed + " failed");
  }

  /** The job at hand that was begun first: {@code sea_waves.png 40%}; empty if there is none. */
  synchronized Optional<String> current() {
    return running.entrySet().stream()
        .findFirst()
        .map(
            one ->
                "%s %d%%"
                    .formatted(
                        Printable.text(one.getKey().task().job().output()),
                        (int) Math.floor(100 * one.getValue().share())));
  }
}
