package impasto.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Optional;

/** Reductions to Java numbers. */
final class Scale {
  private Scale() {}

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
