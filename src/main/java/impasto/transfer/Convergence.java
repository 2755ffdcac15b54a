package impasto.transfer;

import impasto.config.StoppingConfig;

/**
 * Tells when a scale has come so near to its end that no eye sees the rest: when the lowest loss
 * has fallen by less than a share of itself over a window of evaluations. Windows follow one
 * another, so that two numbers are all there is to keep.
 */
final class Convergence {
  private static final int REACHED = -1;

  private final StoppingConfig rule;
  private double reference;
  private int since;

  /**
   * @param rule how much over how many evaluations
   * @param reference {@link #reference()} of an earlier one; NaN if there is none
   * @param since {@link #since()} of an earlier one; 0 if there is none
   */
  Convergence(StoppingConfig rule, double reference, int since) {
    this.rule = rule;
    this.reference = reference;
    this.since = since;
  }

  /** The lowest loss when the window began; NaN before the first evaluation. */
  double reference() {
    return reference;
  }

  /** The evaluation at which the window began; negative once the scale has converged. */
  int since() {
    return since;
  }

  /**
   * Takes note of an evaluation.
   *
   * @param iteration evaluations at this scale so far
   * @param lowest the lowest loss of the scale; infinite if there is none yet
   */
  void evaluated(int iteration, double lowest) {
    if (reached() || !Double.isFinite(lowest)) {
      return;
    }
    if (Double.isNaN(reference)) {
      begin(iteration, lowest);
    } else if (iteration - since >= rule.window()) {
      boolean little = reference - lowest < rule.tolerance() * Math.abs(reference);
      begin(little ? REACHED : iteration, lowest);
    }
  }

  /** Whether the scale has converged. */
  boolean reached() {
    return since == REACHED;
  }

  /** Begins anew, when losses do not compare with those before. */
  void restart(int iteration) {
    begin(iteration, Double.NaN);
  }

  private void begin(int iteration, double lowest) {
    since = iteration;
    reference = lowest;
  }
}
