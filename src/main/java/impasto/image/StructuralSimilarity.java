package impasto.image;

/**
 * How alike two pictures are in structure: the mean SSIM of Wang, Bovik, Sheikh and Simoncelli,
 * <i>Image Quality Assessment: From Error Visibility to Structural Similarity</i>, IEEE
 * Transactions on Image Processing 13(4), 2004, of the luminance. Their Gaussian window of 11 x 11
 * pixels with a standard deviation of 1.5 is laid only where all of it is inside the picture.
 */
public final class StructuralSimilarity {
  /** The side of the window, in pixels. */
  public static final int WINDOW = 11;

  private static final double SIGMA = 1.5;
  private static final double C1 = 0.01 * 0.01;
  private static final double C2 = 0.03 * 0.03;
  private static final double[] WEIGHTS = weights();

  private StructuralSimilarity() {}

  /** Whether pictures of a size have a similarity: whether the window fits. */
  public static boolean isDefined(int width, int height) {
    return Math.min(width, height) >= WINDOW;
  }

  /**
   * The mean similarity of two pictures; their alpha has no say.
   *
   * @param one a picture
   * @param other a picture of the same size
   * @return at most 1, which is that of a picture with itself
   * @throws IllegalArgumentException if the sizes differ or a side is shorter than the window
   */
  public static double of(Picture one, Picture other) {
    int width = one.width();
    int height = one.height();
    if (width != other.width() || height != other.height()) {
      throw new IllegalArgumentException(
          "the similarity of pictures of " + Size.of(one) + " and " + Size.of(other));
    }
    if (!isDefined(width, height)) {
      throw new IllegalArgumentException(
          "a similarity needs at least %d x %d pixels, not %d x %d"
              .formatted(WINDOW, WINDOW, width, height));
    }
    float[] x = Luminance.of(one);
    float[] y = Luminance.of(other);
    float[] meanX = windowed(x, width, height);
    float[] meanY = windowed(y, width, height);
    float[] squareX = windowed(product(x, x), width, height);
    float[] squareY = windowed(product(y, y), width, height);
    float[] both = windowed(product(x, y), width, height);
    double sum = 0;
    for (int i = 0; i < both.length; i++) {
      double mx = meanX[i];
      double my = meanY[i];
      double covariance = both[i] - mx * my;
      double variances = squareX[i] - mx * mx + squareY[i] - my * my;
      sum +=
          (2 * mx * my + C1)
              * (2 * covariance + C2)
              / ((mx * mx + my * my + C1) * (variances + C2));
    }
    return sum / both.length;
  }

  private static float[] product(float[] a, float[] b) {
    float[] product = new float[a.length];
    for (int i = 0; i < a.length; i++) {
      product[i] = a[i] * b[i];
    }
    return product;
  }

  /** The Gaussian mean around each place where the window fits: along rows, then along columns. */
  private static float[] windowed(float[] values, int width, int height) {
    int across = width - WINDOW + 1;
    int down = height - WINDOW + 1;
    float[] narrowed = new float[across * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < across; x++) {
        narrowed[y * across + x] = weighted(values, y * width + x, 1);
      }
    }
    float[] result = new float[across * down];
    for (int y = 0; y < down; y++) {
      for (int x = 0; x < across; x++) {
        result[y * across + x] = weighted(narrowed, y * across + x, across);
      }
    }
    return result;
  }

  private static float weighted(float[] values, int first, int step) {
    double sum = 0;
    for (int i = 0; i < WINDOW; i++) {
      sum += WEIGHTS[i] * values[first + i * step];
    }
    return (float) sum;
  }

  private static double[] weights() {
    double[] weights = new double[WINDOW];
    double sum = 0;
    for (int i = 0; i < WINDOW; i++) {
      double distance = i - WINDOW / 2;
      weights[i] = Math.exp(-distance * distance / (2 * SIGMA * SIGMA));
      sum += weights[i];
    }
    for (int i = 0; i < WINDOW; i++) {
      weights[i] /= sum;
    }
    return weights;
  }
}
