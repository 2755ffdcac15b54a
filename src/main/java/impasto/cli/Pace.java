package impasto.cli;

import impasto.transfer.Iteration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/**
 * How fast a run goes, and what that means for the rest. An evaluation's time is about proportional
 * to its pixels, times what its network takes a pixel; that is how work is counted: a run that has
 * done most of its iterations at small scales is not mostly done.
 *
 * <p>The pace is that of the latest evaluations, since the machine may have become busier. The
 * first evaluation does not count: it includes the preparations.
 */
final class Pace {
  private static final int LATEST = 20;

  private final PlannedRun plan;
  private final double total;
  private final Deque<Mark> marks = new ArrayDeque<>();

  private double evaluated;
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
    evaluated += cost();
    marks.addLast(new Mark(evaluated, iteration.seconds()));
    if (marks.size() > LATEST + 1) {
      marks.removeFirst();
    }
  }

  /** The share of the run's work that is done, from 0 to 1; of its time, if that is limited. */
  double done() {
    double work = total == 0 ? 0 : position() / total;
    OptionalDouble left = secondsLeft();
    if (plan.timeLimit() == 0 || left.isEmpty()) {
      return work;
    }
    double all = last.seconds() + left.getAsDouble();
    return all == 0 ? work : last.seconds() / all;
  }

  /** Seconds to the end of the run at the latest; empty before two evaluations. */
  OptionalDouble secondsLeft() {
    OptionalDouble perUnit = secondsPerUnit();
    if (perUnit.isEmpty()) {
      return perUnit;
    }
    double left = perUnit.getAsDouble() * (total - position());
    return OptionalDouble.of(
        plan.timeLimit() == 0
            ? left
            : Math.min(left, Math.max(0, plan.timeLimit() - last.seconds())));
  }

  /** Seconds an evaluation at the present scale; empty before two evaluations. */
  OptionalDouble secondsPerIteration() {
    OptionalDouble perUnit = secondsPerUnit();
    return perUnit.isEmpty() ? perUnit : OptionalDouble.of(perUnit.getAsDouble() * cost());
  }

  private OptionalDouble secondsPerUnit() {
    if (marks.size() < 2) {
      return OptionalDouble.empty();
    }
    Mark from = marks.getFirst();
    Mark to = marks.getLast();
    return OptionalDouble.of(Math.max(0, to.seconds - from.seconds) / (to.work - from.work));
  }

  /** The cost of an evaluation at the present scale. */
  private double cost() {
    int scale = Math.min(last.scale(), plan.scales().size());
    return plan.scales().get(scale - 1).cost();
  }

  /** Where the run stands in the plan; a scale that ended early counts as a whole one. */
  private double position() {
    if (last == null) {
      return 0;
    }
    double before =
        plan.scales().stream().limit(last.scale() - 1L).mapToDouble(PlannedScale::work).sum();
    return Math.min(total, before + cost() * last.iteration());
  }

  /** Work done in this process, and when. */
  private record Mark(double work, double seconds) {}
}
