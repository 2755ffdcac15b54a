package impasto.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import impasto.torch.Evaluation;
import impasto.torch.Objective;

/**
 * Adam (Kingma and Ba, <i>Adam: A Method for Stochastic Optimization</i>, ICLR 2015) as PyTorch
 * defines it: epsilon is added to the root of the bias-corrected mean square.
 *
 * @param learningRate step length, in the units of x
 * @param beta1 decay of the mean gradient
 * @param beta2 decay of the mean square
 * @param epsilon keeps the division finite
 * @param bounds to which x is clamped after each step
 * @param averaging decay of the running average of all points, which is then the result (Polyak and
 *     Juditsky, <i>Acceleration of Stochastic Approximation by Averaging</i>, 1992; exponential and
 *     corrected for its beginning, as Adam's means are); 0 for the last point
 */
public record Adam(
    double learningRate,
    double beta1,
    double beta2,
    double epsilon,
    Bounds bounds,
    double averaging)
    implements Optimizer {
  private static final String GRADIENT = "gradient";
  private static final String MEAN = "mean";
  private static final String MEAN_SQUARE = "meanSquare";

  @Override
  public OptimizerState step(OptimizerState state, Objective objective) {
    NDArray gradient = state.tensors().get(GRADIENT);
    if (gradient == null) {
      OptimizerState.Builder first = OptimizerState.builder(state).point(state.x());
      if (averaging > 0) {
        first.average(state.x().duplicate());
      }
      return evaluated(first, state.x(), objective);
    }
    NDArray mean = decayed(state, MEAN, beta1, gradient);
    NDArray meanSquare;
    try (NDArray square = gradient.square()) {
      meanSquare = decayed(state, MEAN_SQUARE, beta2, square);
    }
    NDArray x = bounds.clamp(moved(state.x(), mean, meanSquare, state.evaluations()));
    OptimizerState.Builder next =
        OptimizerState.builder(state).point(x).tensor(MEAN, mean).tensor(MEAN_SQUARE, meanSquare);
    if (averaging > 0) {
      next.average(averaged(state.result(), x, state.evaluations() + 1));
    }
    return evaluated(next, x, objective);
  }

  /** The average with one more point. */
  private NDArray averaged(NDArray average, NDArray x, int count) {
    double share = (1 - averaging) / (1 - Math.pow(averaging, count));
    try (NDArray difference = x.sub(average)) {
      return average.add(difference.muli(share));
    }
  }

  private static OptimizerState evaluated(
      OptimizerState.Builder next, NDArray x, Objective objective) {
    Evaluation evaluation = objective.evaluate(x);
    return next.tensor(GRADIENT, evaluation.gradient()).evaluated(evaluation).build();
  }

  private NDArray moved(NDArray x, NDArray mean, NDArray meanSquare, int count) {
    double stepSize = learningRate / (1 - Math.pow(beta1, count));
    try (NDManager scope = x.getManager().newSubManager()) {
      NDArray denominator = meanSquare.sqrt();
      denominator.attach(scope);
      denominator.divi(Math.sqrt(1 - Math.pow(beta2, count))).addi(epsilon);
      NDArray move = mean.div(denominator);
      move.attach(scope);
      return x.sub(move.muli(stepSize));
    }
  }

  /** beta * old + (1 - beta) * value, attached where x is. */
  private static NDArray decayed(OptimizerState state, String name, double beta, NDArray value) {
    NDArray old = state.tensors().get(name);
    try (NDArray share = value.mul(1 - beta)) {
      NDArray sum = old == null ? state.x().zerosLike() : old.mul(beta);
      return sum.addi(share);
    }
  }
}
