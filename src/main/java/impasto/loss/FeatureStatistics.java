package impasto.loss;

import ai.djl.ndarray.NDArray;
import impasto.net.FeatureMap;
import java.util.Optional;

/**
 * The additive half of a statistical style loss: sums over positions, which can be added up over
 * blocks of a picture, and divided by the total at last.
 *
 * @param secondMoments the sum of w f f^T over positions, C x C, with a weight w for each
 * @param total the sum of the weights: the number of positions if all are 1
 */
public record FeatureStatistics(NDArray secondMoments, double total) {

  /** The statistics of a whole feature map: F F^T, one matrix product. */
  public static FeatureStatistics of(FeatureMap features) {
    return new FeatureStatistics(features.secondMoments(), features.positions());
  }

  /**
   * The statistics of a feature map whose positions count more or less.
   *
   * @param features the map
   * @param weights how much; empty for {@link #of(FeatureMap)}
   */
  public static FeatureStatistics of(FeatureMap features, Optional<PositionWeights> weights) {
    if (weights.isEmpty()) {
      return of(features);
    }
    NDArray matrix = features.matrix();
    try (NDArray weighted = matrix.mul(weights.get().column());
        NDArray transposed = weighted.transpose()) {
      return new FeatureStatistics(transposed.matMul(matrix), weights.get().total());
    }
  }

  /**
   * The mean feature vector, 1 x C.
   *
   * @param features the map
   * @param weights how much each position counts; empty if all count alike
   */
  static NDArray mean(FeatureMap features, Optional<PositionWeights> weights) {
    if (weights.isEmpty()) {
      return features.mean();
    }
    NDArray matrix = features.matrix();
    try (NDArray row = weights.get().column().transpose()) {
      NDArray mean = row.matMul(matrix).divi(weights.get().total());
      // Else it would be the weights', which live on.
      mean.attach(matrix.getManager());
      return mean;
    }
  }

  /**
   * The gradient at a feature map of a loss on its moments: w (F slope + shift), in the map's own
   * format.
   *
   * @param features the map F
   * @param slope C x C
   * @param shift 1 x C
   * @param weights how much each position counts, w; empty if all count alike
   */
  static NDArray gradient(
      FeatureMap features, NDArray slope, NDArray shift, Optional<PositionWeights> weights) {
    if (weights.isEmpty()) {
      return features.affine(slope, shift);
    }
    NDArray gradient = features.matrix().matMul(slope).addi(shift);
    return features.own(gradient.muli(weights.get().column()));
  }

  /** The Gram matrix over C * N: F F^T / (C * N), N being the total. */
  public NDArray gram() {
    return secondMoments.div(secondMoments.getShape().get(0) * total);
  }
}
