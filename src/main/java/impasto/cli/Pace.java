package impasto.cli;

import impasto.transfer.Iteration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/**
 * How fast a run goes, and what that means for the rest. An evaluation's time is about proportional
 * to its pixels, so work is counted in pixels: a run that has done most of its iterations at small
 * scales is not mostly done.
 *
 * <p>The pace is that of the latest evaluations, since the machine may have become busier. The
 * first evaluation does not count: it includes the preparations.
 */
final class Pace {
  private static final int LATEST = 20;

  private final PlannedRun plan;
  private final long total;
  private final Deque<Mark> marks = new ArrayDeque<>();

  private long evaluated;
  private Iteration last;

  /**
   * @param plan of the run
   */
  Pace(PlannedRun plan) {
    this.plan = plan;
    total = plan.work();
  }

  /** Takes note of an evaluation. */
  void iterated(Iteration iteration) {
    last = iteration;
    evaluated += pixels();
    marks.addLast(new Mark(evaluated, iteration.seconds()));
    if (marks.size() > LATEST + 1) {
      marks.removeFirst();
    }
  }

  /** The share of the run's work that is done, from 0 to 1; of its time, if that is limited. */
  double done() {
    double work = total == 0 ? 0 : (double) position() / total;
    OptionalDouble left = secondsLeft();
    if (plan.timeLimit() == 0 || left.isEmpty()) {
      return work;
    }
    double all = last.seconds() + left.getAsDouble();
    return all == 0 ? work : last.seconds() / all;
  }

  /** Seconds to the end of the run at the latest; empty before two evaluations. */
  OptionalDouble secondsLeft() {
    OptionalDouble perPixel = secondsPerPixel();
    if (perPixel.isEmpty()) {
      return perPixel;
    }
    double left = perPixel.getAsDouble() * (total - position());
    return OptionalDouble.of(
        plan.timeLimit() == 0
            ? left
            : Math.min(left, Math.max(0, plan.timeLimit() - last.seconds())));
  }

  /** Seconds an evaluation at the present scale; empty before two evaluations. */
  OptionalDouble secondsPerIteration() {
    OptionalDouble perPixel = secondsPerPixel();
    return perPixel.isEmpty() ? perPixel : OptionalDouble.of(perPixel.getAsDouble() * pixels());
  }

  private OptionalDouble secondsPerPixel() {
    if (marks.size() < 2) {
      return OptionalDouble.empty();
    }
    Mark from = marks.getFirst();
    Mark to = marks.getLast();
    return OptionalDouble.of(Math.max(0, to.seconds - from.seconds) / (to.pixels - from.pixels));
  }

  private long pixels() {
    return (long) last.width() * last.height();
  }

  /** Where the run stands in the plan; a scale that ended early counts as a whole one. */
  private long position() {
    if (last == null) {
      return 0;
    }
    long before =
        plan.scales().stream().limit(last.scale() - 1L).mapToLong(PlannedScale::work).sum();
    return Math.min(total, before + pixels() * last.iteration());
  }

  /** Pixels evaluated in this process, and when. */
  private record Mark(long pixels, double seconds) {}
}
