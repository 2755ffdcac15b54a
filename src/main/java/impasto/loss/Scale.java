package impasto.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import impasto.config.LossScaling;

/** Reductions to Java numbers, and the units of loss terms. */
final class Scale {
  private Scale() {}

  /** What a squared distance to the target is divided by. */
  static double of(NDArray target, LossScaling scaling) {
    if (scaling == LossScaling.ABSOLUTE) {
      return 1;
    }
    double meanSquare = meanSquare(target);
    // A target of zeros (a black painting) has no scale of its own.
    return meanSquare > 0 ? meanSquare : 1;
  }

  static double meanSquare(NDArray array) {
    try (NDArray squares = array.square();
        NDArray mean = squares.mean()) {
      return number(mean);
    }
  }

  static double number(NDArray scalar) {
    return scalar.getDataType() == DataType.FLOAT64 ? scalar.getDouble() : scalar.getFloat();
  }
}
