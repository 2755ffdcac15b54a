package impasto.cli;

import impasto.batch.Task;
import impasto.image.Size;
import impasto.transfer.Plan;
import java.util.Optional;

/**
 * A job and what is to be done about it.
 *
 * @param task the job
 * @param order what its command line asks for
 * @param plan its scales; empty if it cannot be painted
 * @param inputPixels of all its pictures; 0 if it cannot be painted
 * @param verdict what is to be done
 */
record PlannedJob(Task task, Order order, Optional<Plan> plan, long inputPixels, Verdict verdict) {

  /** The pixels of its picture; 0 if it cannot be painted. */
  long pixels() {
    return plan.map(it -> it.finest().content().pixels()).orElse(0L);
  }

  /** Evaluations times the cost of each; 0 if it cannot be painted. */
  double work() {
    return plan.stream().flatMap(it -> it.rungs().stream()).mapToDouble(Plan.Rung::work).sum();
  }

  /**
   * What an evaluation takes at a scale, as the plan counts it.
   *
   * @param size of the picture there; its pixels if the plan has no such scale
   */
  double cost(Size size) {
    return plan.stream()
        .flatMap(it -> it.rungs().stream())
        .filter(rung -> rung.content().equals(size))
        .mapToDouble(Plan.Rung::cost)
        .findFirst()
        .orElse((double) size.pixels());
  }

  /** Whether it is to be painted. */
  boolean isToPaint() {
    return verdict instanceof Verdict.Paint;
  }
}
