package impasto.image;

import java.util.Optional;

/** Mean and covariance of a picture's colours, weighted by alpha, in double precision. */
final class ColorStatistics {
  private final double[] mean;
  private final double[][] covariance;

  private ColorStatistics(double[] mean, double[][] covariance) {
    this.mean = mean;
    this.covariance = covariance;
  }

  /**
   * The statistics of what a picture shows.
   *
   * @param picture the picture; colours of wholly transparent pixels are not looked at
   * @return the statistics; empty if it is wholly transparent
   */
  static Optional<ColorStatistics> of(Picture picture) {
    int plane = picture.width() * picture.height();
    double total = 0;
    double[] mean = new double[3];
    for (int i = 0; i < plane; i++) {
      double weight = weight(picture, i);
      if (weight > 0) {
        total += weight;
        for (int c = 0; c < 3; c++) {
          mean[c] += weight * picture.rgb()[c * plane + i];
        }
      }
    }
    if (total == 0) {
      return Optional.empty();
    }
    for (int c = 0; c < 3; c++) {
      mean[c] /= total;
    }
    return Optional.of(new ColorStatistics(mean, covariance(picture, mean, total)));
  }

  /** Red, green and blue; not a copy. */
  double[] mean() {
    return mean;
  }

  /** The mean of (x - mean) (x - mean)^T, 3 x 3; not a copy. */
  double[][] covariance() {
    return covariance;
  }

  private static double[][] covariance(Picture picture, double[] mean, double total) {
    int plane = picture.width() * picture.height();
    double[][] sums = new double[3][3];
    for (int i = 0; i < plane; i++) {
      double weight = weight(picture, i) / total;
      if (weight > 0) {
        for (int c = 0; c < 3; c++) {
          double part = weight * (picture.rgb()[c * plane + i] - mean[c]);
          for (int d = 0; d <= c; d++) {
            sums[c][d] += part * (picture.rgb()[d * plane + i] - mean[d]);
          }
        }
      }
    }
    for (int c = 0; c < 3; c++) {
      for (int d = 0; d < c; d++) {
        sums[d][c] = sums[c][d];
      }
    }
    return sums;
  }

  private static double weight(Picture picture, int i) {
    return picture.alpha().isPresent() ? picture.alpha().get()[i] : 1;
  }
}
