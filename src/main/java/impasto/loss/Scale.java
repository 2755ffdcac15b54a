package impasto.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import impasto.config.LossScaling;
import java.util.Optional;

/** Reductions to Java numbers, and the units of loss terms. */
final class Scale {
  private Scale() {}

  /** What a squared distance to the target is divided by. */
  static double of(NDArray target, LossScaling scaling) {
    return of(target, scaling, Optional.empty());
  }

  /** The same for a target of positions x channels whose positions have weights. */
  static double of(NDArray target, LossScaling scaling, Optional<PositionWeights> weights) {
    if (scaling == LossScaling.ABSOLUTE) {
      return 1;
    }
    double meanSquare = meanSquare(target, weights);
    // A target of zeros (a black painting) has no scale of its own.
    return meanSquare > 0 ? meanSquare : 1;
  }

  static double meanSquare(NDArray array) {
    try (NDArray squares = array.square();
        NDArray mean = squares.mean()) {
      return number(mean);
    }
  }

  /** The weighted mean of the squares of positions x channels. */
  static double meanSquare(NDArray matrix, Optional<PositionWeights> weights) {
    if (weights.isEmpty()) {
      return meanSquare(matrix);
    }
    try (NDArray squares = matrix.square().muli(weights.get().column());
        NDArray sum = squares.sum()) {
      return number(sum) / (matrix.getShape().get(1) * weights.get().total());
    }
  }

  static double number(NDArray scalar) {
    return scalar.getDataType() == DataType.FLOAT64 ? scalar.getDouble() : scalar.getFloat();
  }
}
