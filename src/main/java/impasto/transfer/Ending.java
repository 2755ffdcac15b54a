package impasto.transfer;

import java.util.Optional;

/**
 * Says when a scale ends before all its iterations.
 *
 * @param convergence knows whether the loss still falls
 * @param end when there is no more time, in seconds of the run; infinite without a limit
 */
record Ending(Convergence convergence, double end) {
  /** A first look, and a step: less would not be painting. */
  private static final int LEAST_EVALUATIONS = 2;

  /**
   * Why the scale ends now, if it does.
   *
   * @param iteration evaluations at this scale so far
   * @param now seconds of the run so far
   * @param evaluation seconds that the last evaluation took, as the next one will
   */
  Optional<String> reason(int iteration, double now, double evaluation) {
    if (convergence.reached()) {
      return Optional.of("the loss hardly falls any more");
    }
    return iteration >= LEAST_EVALUATIONS && now + evaluation > end
        ? Optional.of("the time limit leaves no more for this scale")
        : Optional.empty();
  }
}
