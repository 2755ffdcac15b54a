package impasto.loss;

import ai.djl.ndarray.NDArray;
import impasto.net.FeatureMap;

/**
 * The additive half of a statistical style loss: sums over positions, which can be added up over
 * blocks of a picture, and divided by the total at last.
 *
 * @param secondMoments the sum of f f^T over positions, C x C
 * @param total the number of positions
 */
public record FeatureStatistics(NDArray secondMoments, double total) {

  /** The statistics of a whole feature map: F F^T, one matrix product. */
  public static FeatureStatistics of(FeatureMap features) {
    NDArray matrix = features.matrix();
    try (NDArray transposed = matrix.transpose()) {
      return new FeatureStatistics(transposed.matMul(matrix), features.positions());
    }
  }

  /** The Gram matrix over C * N: F F^T / (C * N). */
  public NDArray gram() {
    return secondMoments.div(secondMoments.getShape().get(0) * total);
  }
}
