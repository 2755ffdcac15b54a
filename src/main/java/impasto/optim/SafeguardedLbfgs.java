package impasto.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import impasto.torch.Evaluation;
import impasto.torch.Objective;
import java.util.List;

/**
 * L-BFGS that keeps a step only if it lowers the objective enough (Armijo's condition; Nocedal and
 * Wright, <i>Numerical Optimization</i>, equation 3.4). A step that does not is tried again
 * shorter; after {@value #PATIENCE} failures the history is dropped and a short step is taken along
 * the negative gradient. It neither rises nor stops.
 */
public final class SafeguardedLbfgs extends Lbfgs {
  private static final String DIRECTION = "direction";
  private static final String LENGTH = "length";
  private static final String FAILURES = "failures";
  private static final double SUFFICIENT_DECREASE = 1e-4;
  private static final int PATIENCE = 4;

  private final double learningRate;
  private final double firstStep;
  private final Bounds bounds;

  /**
   * @param manager tells the device
   * @param learningRate factor of each step
   * @param historySize pairs remembered
   * @param firstStep root mean square of the steps that are taken without a history, in the units
   *     of x: long enough to be felt in the precision of the objective
   * @param bounds to which x is clamped after each step
   */
  public SafeguardedLbfgs(
      NDManager manager, double learningRate, int historySize, double firstStep, Bounds bounds) {
    super(manager, historySize);
    this.learningRate = learningRate;
    this.firstStep = firstStep;
    this.bounds = bounds;
  }

  @Override
  OptimizerState move(OptimizerState state, Objective objective) {
    Trial trial = trial(state);
    NDArray x;
    try (NDArray step = trial.direction().mul(trial.length())) {
      x = bounds.clamp(state.x().add(step));
    }
    Evaluation evaluation = objective.evaluate(x);
    double asked = state.value() + SUFFICIENT_DECREASE * trial.length() * trial.slope();
    if (evaluation.value() <= asked
        && Double.isFinite(dot(evaluation.gradient(), evaluation.gradient()))) {
      return accepted(state, trial, x, evaluation);
    }
    x.close();
    evaluation.gradient().close();
    return rejected(state, trial, evaluation.value());
  }

  private OptimizerState accepted(
      OptimizerState state, Trial trial, NDArray x, Evaluation evaluation) {
    Pair pair =
        new Pair(x.sub(state.x()), evaluation.gradient().sub(state.tensors().get(GRADIENT)));
    if (state.tensors().get(DIRECTION) != trial.direction()) {
      trial.direction().close();
    }
    return withHistory(OptimizerState.builder(state), remember(trial.history(), pair))
        .point(x)
        .tensor(GRADIENT, evaluation.gradient())
        .evaluated(evaluation)
        .build();
  }

  private OptimizerState rejected(OptimizerState state, Trial trial, double value) {
    double failures = state.number(FAILURES, 0) + 1;
    OptimizerState.Builder next =
        OptimizerState.builder(state)
            .point(state.x())
            .tensor(GRADIENT, state.tensors().get(GRADIENT));
    // Else the history misleads and is forgotten; its direction goes with the old state.
    if (failures % PATIENCE != 0) {
      withHistory(next, trial.history())
          .tensor(DIRECTION, trial.direction())
          .number(LENGTH, trial.length() * shrink(state.value(), trial, value));
    }
    return next.number(FAILURES, failures).rejected(state).build();
  }

  /** The minimum of the parabola through what is known, kept between a tenth and a half. */
  private static double shrink(double value, Trial trial, double risen) {
    double rise = trial.length() * trial.slope();
    double minimum = -rise / (2 * (risen - value - rise));
    return Double.isFinite(minimum) ? Math.max(0.1, Math.min(0.5, minimum)) : 0.1;
  }

  private Trial trial(OptimizerState state) {
    NDArray gradient = state.tensors().get(GRADIENT);
    List<Pair> history = history(state);
    NDArray pending = state.tensors().get(DIRECTION);
    if (pending != null) {
      return new Trial(history, pending, state.number(LENGTH, 1), dot(gradient, pending));
    }
    if (!history.isEmpty()) {
      NDArray direction = direction(state, history);
      double slope = dot(gradient, direction);
      if (slope < 0) {
        return new Trial(history, direction, learningRate, slope);
      }
      direction.close();
    }
    double square = dot(gradient, gradient);
    double rms = Math.sqrt(square / gradient.size());
    double caution = Math.pow(0.1, Math.floor(state.number(FAILURES, 0) / PATIENCE));
    double length = rms > 0 ? learningRate * firstStep * caution / rms : 1;
    return new Trial(List.of(), direction(state, List.of()), length, -square);
  }

  /**
   * A step that has not been tried.
   *
   * @param history what the direction was made of
   * @param direction where to
   * @param length how far, a factor of the direction
   * @param slope the objective's derivative along the direction, negative
   */
  private record Trial(List<Pair> history, NDArray direction, double length, double slope) {}
}
