package impasto.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import impasto.config.OptimizerConfig.Preconditioner;
import impasto.torch.Evaluation;
import impasto.torch.Objective;
import java.util.ArrayList;
import java.util.List;

/**
 * Limited-memory BFGS (Liu and Nocedal, <i>On the limited memory BFGS method for large scale
 * optimization</i>, 1989): what its two step rules have in common.
 */
abstract sealed class Lbfgs implements Optimizer permits FixedStepLbfgs, SafeguardedLbfgs {
  static final String GRADIENT = "gradient";

  /** Pairs with less curvature than this, y.s, are not remembered, as in PyTorch. */
  private static final double LEAST_CURVATURE = 1e-10;

  private final int historySize;
  private final LbfgsDirection recursion;

  Lbfgs(NDManager manager, int historySize, Preconditioner preconditioner) {
    this.historySize = historySize;
    recursion = new LbfgsDirection(manager, preconditioner);
  }

  @Override
  public final OptimizerState step(OptimizerState state, Objective objective) {
    if (state.tensors().containsKey(GRADIENT)) {
      return move(state, objective);
    }
    Evaluation evaluation = objective.evaluate(state.x());
    return withHistory(OptimizerState.builder(state), history(state))
        .point(state.x())
        .tensor(GRADIENT, evaluation.gradient())
        .evaluated(evaluation)
        .build();
  }

  /** With the history, since the curvature is much the same. */
  @Override
  public final OptimizerState turned(OptimizerState state, NDArray x) {
    return withHistory(OptimizerState.builder(OptimizerState.at(x)).point(x), history(state))
        .build();
  }

  /** A step from a point whose gradient is known. */
  abstract OptimizerState move(OptimizerState state, Objective objective);

  @Override
  public final void close() {
    recursion.close();
  }

  /** The direction -H g by the remembered pairs, attached where the gradient is. */
  final NDArray direction(NDArray gradient, List<Pair> history) {
    return recursion.of(
        gradient.getManager(),
        gradient,
        history.stream().map(Pair::step).toList(),
        history.stream().map(Pair::change).toList());
  }

  /**
   * The history with one more pair, if that has curvature, and without the oldest if it is full.
   */
  final List<Pair> remember(List<Pair> history, Pair pair) {
    if (!(dot(pair.step(), pair.change()) > LEAST_CURVATURE)) {
      pair.step().close();
      pair.change().close();
      return history;
    }
    List<Pair> pairs = new ArrayList<>(history);
    if (pairs.size() == historySize) {
      pairs.remove(0);
    }
    pairs.add(pair);
    return pairs;
  }

  static List<Pair> history(OptimizerState state) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; state.tensors().containsKey("s" + i); i++) {
      pairs.add(new Pair(state.tensors().get("s" + i), state.tensors().get("y" + i)));
    }
    return pairs;
  }

  static OptimizerState.Builder withHistory(OptimizerState.Builder builder, List<Pair> history) {
    for (int i = 0; i < history.size(); i++) {
      builder.tensor("s" + i, history.get(i).step()).tensor("y" + i, history.get(i).change());
    }
    return builder;
  }

  /** The factor that gives a direction a root mean square; 1 if it is nowhere but 0. */
  static double lengthFor(NDArray direction, double rms) {
    double own = Math.sqrt(dot(direction, direction) / direction.size());
    return own > 0 ? rms / own : 1;
  }

  static double dot(NDArray a, NDArray b) {
    try (NDArray left = a.flatten();
        NDArray right = b.flatten();
        NDArray product = left.dot(right)) {
      return product.getDataType() == DataType.FLOAT64 ? product.getDouble() : product.getFloat();
    }
  }

  /**
   * What a step taught of the curvature.
   *
   * @param step s, the difference of two points
   * @param change y, the difference of their gradients
   */
  record Pair(NDArray step, NDArray change) {}
}
