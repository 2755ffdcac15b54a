package impasto.image;

/**
 * The weights by which one axis of a picture is resampled: each output is a weighted sum of a few
 * inputs in a row.
 */
final class BicubicWeights {
  /** Keys' parameter (R. Keys, "Cubic Convolution Interpolation", 1981), as Pillow has it. */
  private static final double A = -0.5;

  private static final double RADIUS = 2;

  private final int[] first;
  private final double[][] weights;

  private BicubicWeights(int[] first, double[][] weights) {
    this.first = first;
    this.weights = weights;
  }

  /** The number of outputs. */
  int length() {
    return first.length;
  }

  /** The first input that an output uses. */
  int first(int output) {
    return first[output];
  }

  /** The weights, of sum 1, of that input and those after it. */
  double[] of(int output) {
    return weights[output];
  }

  /**
   * The weights from one length to another.
   *
   * <p>Pixel {@code i} covers {@code i..i+1}, with its centre in the middle. When the axis shrinks,
   * the kernel is widened by the same factor, against aliasing; where it reaches over an edge, the
   * weights inside are scaled to a sum of 1.
   */
  static BicubicWeights between(int inputLength, int outputLength) {
    double scale = (double) inputLength / outputLength;
    double stretch = Math.max(1, scale);
    double radius = RADIUS * stretch;
    int[] first = new int[outputLength];
    double[][] weights = new double[outputLength][];
    for (int i = 0; i < outputLength; i++) {
      double centre = (i + 0.5) * scale;
      first[i] = (int) Math.max(0, centre - radius + 0.5);
      int end = (int) Math.min(inputLength, centre + radius + 0.5);
      weights[i] = new double[end - first[i]];
      double sum = 0;
      for (int j = 0; j < weights[i].length; j++) {
        weights[i][j] = kernel((first[i] + j + 0.5 - centre) / stretch);
        sum += weights[i][j];
      }
      for (int j = 0; j < weights[i].length; j++) {
        weights[i][j] /= sum;
      }
    }
    return new BicubicWeights(first, weights);
  }

  private static double kernel(double distance) {
    double d = Math.abs(distance);
    if (d < 1) {
      return ((A + 2) * d - (A + 3)) * d * d + 1;
    }
    return d < 2 ? A * (((d - 5) * d + 8) * d - 4) : 0;
  }
}
