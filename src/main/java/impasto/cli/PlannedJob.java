package impasto.cli;

import impasto.batch.Task;
import impasto.image.Size;
import impasto.report.ScaleRecord;
import impasto.transfer.Plan;
import java.util.ArrayList;
import java.util.List;
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
   * Evaluations times the cost of each, of what a run of the plan did.
   *
   * @param scales that it went through; one that the plan lacks costs its pixels
   */
  double work(List<ScaleRecord> scales) {
    List<Plan.Rung> rungs = new ArrayList<>(plan.map(Plan::rungs).orElse(List.of()));
    double work = 0;
    for (ScaleRecord scale : scales) {
      Size size = new Size(scale.width(), scale.height());
      Optional<Plan.Rung> rung = rungs.stream().filter(it -> it.content().equals(size)).findFirst();
      // Two networks may paint at one size, one after the other.
      rung.ifPresent(rungs::remove);
      work += scale.evaluations() * rung.map(Plan.Rung::cost).orElse((double) size.pixels());
    }
    return work;
  }

  /** Whether it is to be painted. */
  boolean isToPaint() {
    return verdict instanceof Verdict.Paint;
  }
}
