package impasto.loss;

import ai.djl.ndarray.NDArray;
import impasto.config.LossScaling;
import java.util.Optional;

/**
 * How far an array is from its target, in the units of a {@link LossScaling}, with the gradient.
 *
 * @param factor of the whole
 * @param scaling the units
 * @param weights of the rows of a positions x channels array; empty if all count alike
 */
record Distance(double factor, LossScaling scaling, Optional<PositionWeights> weights) {
  /** Keeps a distance of 0 from becoming 0 / 0, as in style-transfer-pytorch. */
  private static final double EPSILON = 1e-8;

  /**
   * The distance to a target.
   *
   * @param weight factor of the whole
   * @param target tells the unit of {@link LossScaling#RELATIVE}: its mean square
   */
  static Distance to(
      NDArray target, double weight, LossScaling scaling, Optional<PositionWeights> weights) {
    return new Distance(weight / unit(target, scaling, weights), scaling, weights);
  }

  private static double unit(
      NDArray target, LossScaling scaling, Optional<PositionWeights> weights) {
    if (scaling != LossScaling.RELATIVE) {
      return 1;
    }
    double meanSquare = Scale.meanSquare(target, weights);
    // A target of zeros (a black painting) has no scale of its own.
    return meanSquare > 0 ? meanSquare : 1;
  }

  /**
   * Evaluates the distance.
   *
   * @param difference from the target; it becomes the gradient
   */
  LossTerm of(NDArray difference) {
    return scaling == LossScaling.NORMALIZED ? normalized(difference) : meanSquare(difference);
  }

  private LossTerm meanSquare(NDArray difference) {
    double meanSquare = Scale.meanSquare(difference, weights);
    double count = difference.size();
    if (weights.isPresent()) {
      difference.muli(weights.get().column());
      count = difference.getShape().get(1) * weights.get().total();
    }
    return new LossTerm(factor * meanSquare, difference.muli(2 * factor / count));
  }

  /**
   * S / A with the sums S of w d^2 and A of w |d|; the gradient is w (2 d / A - sign(d) S / A^2).
   */
  private LossTerm normalized(NDArray difference) {
    double squares = sum(difference.square());
    double absolutes = sum(difference.abs()) + EPSILON;
    try (NDArray signs = difference.sign()) {
      difference.muli(2 * factor / absolutes);
      difference.subi(signs.muli(factor * squares / (absolutes * absolutes)));
    }
    weights.ifPresent(present -> difference.muli(present.column()));
    return new LossTerm(factor * squares / absolutes, difference);
  }

  /** The weighted sum of an array, which is closed. */
  private double sum(NDArray array) {
    try (array) {
      weights.ifPresent(present -> array.muli(present.column()));
      try (NDArray sum = array.sum()) {
        return Scale.number(sum);
      }
    }
  }
}
