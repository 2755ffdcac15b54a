package impasto.image;

import java.util.Optional;

/**
 * Gives a painting the colours of a photo: x' = A (x - m) + n turns its mean m and covariance S
 * into the photo's n and T (Gatys and others, <i>Controlling Perceptual Factors in Neural Style
 * Transfer</i>, CVPR 2017, section 5).
 *
 * <p>Of the paper's two choices for A this is T^1/2 S^-1/2 with symmetric roots. The other, by
 * Cholesky's triangles, depends on the order of the channels.
 */
public final class ColorMatch {
  /**
   * The least deviation along an axis of the painting's colours that is taken for paint: one step
   * of 8 bits. Less is noise, or nothing at all in a grey picture, and is not blown up further.
   */
  private static final double LEAST_DEVIATION = 1 / 255.0;

  private ColorMatch() {}

  /**
   * Recolours a painting.
   *
   * <p>Values are not clipped to 0..1: that would change mean and covariance and flatten the
   * brushwork in the lightest and darkest paint, and a network takes any value.
   *
   * <p>A grey photo gives a grey painting, a photo of one colour that colour alone. A grey painting
   * has one axis of colour, and has one then; its covariance cannot be the photo's.
   *
   * @param style the painting; of its pixels and the photo's each counts by its alpha
   * @param photo the photo, of any size
   * @return the painting recoloured, with its alpha; the same picture if it or the photo is wholly
   *     transparent
   */
  public static Picture match(Picture style, Picture photo) {
    Optional<ColorStatistics> from = ColorStatistics.of(style);
    Optional<ColorStatistics> to = ColorStatistics.of(photo);
    if (from.isEmpty() || to.isEmpty()) {
      return style;
    }
    double floor = LEAST_DEVIATION * LEAST_DEVIATION;
    double[][] matrix =
        SymmetricMatrix.product(
            // Rounding can leave an eigenvalue of zero below it.
            SymmetricMatrix.map(to.get().covariance(), value -> Math.sqrt(Math.max(0, value))),
            SymmetricMatrix.map(
                from.get().covariance(), value -> 1 / Math.sqrt(Math.max(floor, value))));
    return transformed(style, matrix, from.get().mean(), to.get().mean());
  }

  private static Picture transformed(
      Picture picture, double[][] matrix, double[] oldMean, double[] newMean) {
    float[] values = picture.rgb();
    int plane = values.length / 3;
    float[] rgb = new float[values.length];
    for (int i = 0; i < plane; i++) {
      for (int c = 0; c < 3; c++) {
        double sum = newMean[c];
        for (int d = 0; d < 3; d++) {
          sum += matrix[c][d] * (values[d * plane + i] - oldMean[d]);
        }
        rgb[c * plane + i] = (float) sum;
      }
    }
    return new Picture(picture.width(), picture.height(), rgb, picture.alpha());
  }
}
