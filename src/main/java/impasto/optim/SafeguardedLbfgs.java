package impasto.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import impasto.config.OptimizerConfig.Preconditioner;
import impasto.torch.Evaluation;
import impasto.torch.Objective;
import java.util.List;
import java.util.Optional;

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
   * @param preconditioner the inverse Hessian where the history says nothing; MULTILEVEL takes
   *     pictures only, [1,C,H,W]
   * @param firstStep root mean square of the steps that are taken without a history, in the units
   *     of x: long enough to be felt in the precision of the objective
   * @param bounds to which x is clamped after each step
   */
  public SafeguardedLbfgs(
      NDManager manager,
      double learningRate,
      int historySize,
      Preconditioner preconditioner,
      double firstStep,
      Bounds bounds) {
    super(manager, historySize, preconditioner);
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
    NDArray moved = x.sub(state.x());
    // Within bounds the point may have moved less far than asked for.
    double promised = dot(state.tensors().get(GRADIENT), moved);
    double asked = state.value() + SUFFICIENT_DECREASE * Math.min(0, promised);
    if (evaluation.value() <= asked
        && Double.isFinite(dot(evaluation.gradient(), evaluation.gradient()))) {
      return accepted(state, trial, x, moved, evaluation);
    }
    x.close();
    moved.close();
    evaluation.gradient().close();
    return rejected(state, trial, promised, evaluation.value());
  }

  private OptimizerState accepted(
      OptimizerState state, Trial trial, NDArray x, NDArray moved, Evaluation evaluation) {
    Pair pair = new Pair(moved, evaluation.gradient().sub(state.tensors().get(GRADIENT)));
    if (state.tensors().get(DIRECTION) != trial.direction()) {
      trial.direction().close();
    }
    return withHistory(OptimizerState.builder(state), remember(trial.history(), pair))
        .point(x)
        .tensor(GRADIENT, evaluation.gradient())
        .evaluated(evaluation)
        .build();
  }

  private OptimizerState rejected(
      OptimizerState state, Trial trial, double promised, double value) {
    double failures = state.number(FAILURES, 0) + 1;
    OptimizerState.Builder next =
        OptimizerState.builder(state)
            .point(state.x())
            .tensor(GRADIENT, state.tensors().get(GRADIENT));
    // Else the history misleads and is forgotten; its direction goes with the old state.
    if (failures % PATIENCE != 0) {
      withHistory(next, trial.history())
          .tensor(DIRECTION, trial.direction())
          .number(LENGTH, trial.length() * shrink(state.value(), promised, value));
    }
    return next.number(FAILURES, failures).rejected(state).build();
  }

  /** The minimum of the parabola through what is known, kept between a tenth and a half. */
  private static double shrink(double value, double rise, double risen) {
    double minimum = -rise / (2 * (risen - value - rise));
    return Double.isFinite(minimum) ? Math.max(0.1, Math.min(0.5, minimum)) : 0.1;
  }

  private Trial trial(OptimizerState state) {
    NDArray gradient = state.tensors().get(GRADIENT);
    List<Pair> history = history(state);
    NDArray pending = state.tensors().get(DIRECTION);
    if (pending != null) {
      return new Trial(history, pending, state.number(LENGTH, 1));
    }
    Optional<NDArray> free = bounds.free(state.x(), gradient);
    try {
      if (!history.isEmpty()) {
        NDArray direction = within(free, gradient, history);
        if (dot(gradient, direction) < 0) {
          return new Trial(history, direction, learningRate);
        }
        direction.close();
      }
      NDArray downhill = within(free, gradient, List.of());
      double caution = Math.pow(0.1, Math.floor(state.number(FAILURES, 0) / PATIENCE));
      double length = lengthFor(downhill, learningRate * firstStep * caution);
      return new Trial(List.of(), downhill, length);
    } finally {
      free.ifPresent(NDArray::close);
    }
  }

  /** The direction of the free variables by what is known of them. */
  private NDArray within(Optional<NDArray> free, NDArray gradient, List<Pair> history) {
    if (free.isEmpty()) {
      return direction(gradient, history);
    }
    try (NDArray projected = gradient.mul(free.get())) {
      return direction(projected, history).muli(free.get());
    }
  }

  /**
   * A step that has not been tried.
   *
   * @param history what the direction was made of
   * @param direction where to, downhill
   * @param length how far, a factor of the direction
   */
  private record Trial(List<Pair> history, NDArray direction, double length) {}
}
