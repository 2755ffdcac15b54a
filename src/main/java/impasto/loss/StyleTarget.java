package impasto.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import impasto.net.FeatureMap;
import java.util.Optional;

/**
 * What a layer sees of a painting: the first two moments of its feature vectors.
 *
 * @param gram the Gram matrix F F^T / (C * N), C x C
 * @param mean the mean feature vector, 1 x C
 */
public record StyleTarget(NDArray gram, NDArray mean) implements AutoCloseable {

  /** The moments of a feature map, attached where it is. */
  static StyleTarget of(FeatureMap features, Optional<PositionWeights> weights) {
    return new StyleTarget(
        FeatureStatistics.of(features, weights).gram(), FeatureStatistics.mean(features, weights));
  }

  void attach(NDManager owner) {
    gram.attach(owner);
    mean.attach(owner);
  }

  StyleTarget times(double factor) {
    return new StyleTarget(gram.mul(factor), mean.mul(factor));
  }

  void add(StyleTarget other) {
    gram.addi(other.gram);
    mean.addi(other.mean);
  }

  /** The covariance matrix over C: F F^T / (C * N) - m m^T / C, a new array. */
  NDArray covariance() {
    try (NDArray square = square(mean)) {
      return gram.sub(square);
    }
  }

  /** m m^T / C of a mean vector m, 1 x C. */
  static NDArray square(NDArray mean) {
    try (NDArray transposed = mean.transpose()) {
      return transposed.matMul(mean).divi(mean.size());
    }
  }

  @Override
  public void close() {
    gram.close();
    mean.close();
  }
}
