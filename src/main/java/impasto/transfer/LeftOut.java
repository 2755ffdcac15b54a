package impasto.transfer;

import ai.djl.ndarray.NDArray;
import impasto.optim.OptimizerState;
import java.util.Map;
import java.util.function.Function;

/**
 * The terms that a shallow network leaves out of the objective. They are looked at now and then, so
 * that what is told of a run is the whole objective's; the optimiser knows nothing of them.
 */
final class LeftOut {
  /** The evaluations from one look to the next. */
  static final int INTERVAL = 50;

  private final Function<NDArray, Map<String, Double>> look;
  private Map<String, Double> seen = Map.of();

  /**
   * @param look gives them at a point
   */
  LeftOut(Function<NDArray, Map<String, Double>> look) {
    this.look = look;
  }

  /**
   * Takes note of an evaluation, and looks if it is time.
   *
   * @param evaluated where the optimiser stands
   */
  void follow(OptimizerState evaluated) {
    if (seen.isEmpty() || evaluated.evaluations() % INTERVAL == 0) {
      seen = look.apply(evaluated.x());
    }
  }

  /** The terms as they were last seen, by name. */
  Map<String, Double> terms() {
    return seen;
  }
}
