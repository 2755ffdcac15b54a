package impasto.training;

import ai.djl.ndarray.NDArray;
import impasto.net.FeatureMap;

/** The first and second moments of a feature map, over many pictures. */
final class Moments {
  private final double[] sums;
  private final double[][] products;
  private double count;

  Moments(int channels) {
    sums = new double[channels];
    products = new double[channels][channels];
  }

  /** Adds the positions of a feature map. */
  void add(FeatureMap features) {
    try (NDArray matrix = features.matrix();
        NDArray sum = matrix.sum(new int[] {0});
        NDArray moments = FeatureMap.of(features.layer(), matrix).secondMoments()) {
      float[] first = sum.toFloatArray();
      float[] second = moments.toFloatArray();
      for (int i = 0; i < sums.length; i++) {
        sums[i] += first[i];
        for (int j = 0; j < sums.length; j++) {
          products[i][j] += second[i * sums.length + j];
        }
      }
    }
    count += features.positions();
  }

  /** The number of channels, C. */
  int channels() {
    return sums.length;
  }

  /** The mean of f f^T over positions, C x C. */
  double[][] second() {
    double[][] second = new double[channels()][channels()];
    for (int i = 0; i < channels(); i++) {
      for (int j = 0; j < channels(); j++) {
        second[i][j] = products[i][j] / count;
      }
    }
    return second;
  }

  /** The mean square over positions and channels. */
  double meanSquare() {
    double sum = 0;
    for (int i = 0; i < channels(); i++) {
      sum += products[i][i];
    }
    return sum / (count * channels());
  }

  /** The variance over positions, on average over channels. */
  double variance() {
    double sum = 0;
    for (double one : sums) {
      sum += one / count * (one / count);
    }
    return meanSquare() - sum / channels();
  }
}
