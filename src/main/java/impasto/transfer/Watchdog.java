package impasto.transfer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import impasto.optim.OptimizerState;
import impasto.torch.Evaluation;
import impasto.torch.Objective;
import java.util.Optional;

/**
 * Looks at every evaluation of an objective and tells when the optimiser has gone astray: a value
 * or a gradient that is not finite, or a value that has exploded.
 */
final class Watchdog implements Objective {
  /** A loss has exploded when it is so many times the lowest of its scale ... */
  private static final double TIMES_LOWEST = 100;

  /** ... and so many times the first: fixed steps may well rise above a good start for a while. */
  private static final double TIMES_FIRST = 10;

  /** So many unusable trials in a row cannot be the fault of a step that is too long. */
  private static final int PATIENCE = 4;

  private final Objective watched;
  private double first;
  private String complaint = "";
  private int complaints;

  /**
   * @param watched what is evaluated
   * @param first the first loss of the scale, {@link #first()} of an earlier watchdog; NaN if there
   *     is none yet
   * @param complaints {@link #complaints()} of an earlier watchdog; 0 if there is none
   */
  Watchdog(Objective watched, double first, int complaints) {
    this.watched = watched;
    this.first = first;
    this.complaints = complaints;
  }

  /** The first loss of the scale; NaN before it. */
  double first() {
    return first;
  }

  /** How many evaluations in a row were unusable. */
  int complaints() {
    return complaints;
  }

  @Override
  public Evaluation evaluate(NDArray x) {
    Evaluation evaluation = watched.evaluate(x);
    complaint = complaint(evaluation);
    complaints = complaint.isEmpty() ? 0 : complaints + 1;
    return evaluation;
  }

  /**
   * What is wrong with a step, if anything.
   *
   * @param before the state that the step came from
   * @param after the state that it came to, after exactly one evaluation
   * @param lowest the lowest loss of the scale so far
   */
  Optional<String> trouble(OptimizerState before, OptimizerState after, double lowest) {
    // A state that did not move has refused the evaluation, as a careful optimiser should.
    boolean taken = before.evaluations() == 0 || after.x() != before.x();
    if (!complaint.isEmpty() && (taken || complaints >= PATIENCE)) {
      complaints = 0;
      return Optional.of(complaint);
    }
    if (taken && Double.isNaN(first)) {
      first = after.value();
    }
    boolean exploded =
        taken && after.value() > TIMES_LOWEST * lowest && after.value() > TIMES_FIRST * first;
    return exploded ? Optional.of("the loss exploded to " + after.value()) : Optional.empty();
  }

  private static String complaint(Evaluation evaluation) {
    if (!Double.isFinite(evaluation.value())) {
      return "the loss is " + evaluation.value();
    }
    return isFinite(evaluation.gradient()) ? "" : "the gradient is not finite";
  }

  private static boolean isFinite(NDArray array) {
    // Zero times anything finite is zero; times NaN or infinity it is NaN.
    try (NDArray zeros = array.mul(0);
        NDArray sum = zeros.sum()) {
      double value = sum.getDataType() == DataType.FLOAT64 ? sum.getDouble() : sum.getFloat();
      return value == 0;
    }
  }
}
