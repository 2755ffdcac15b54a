package impasto.image;

/**
 * Gives a painted picture the colours of its photo: luminance Y from one, chroma I and Q from the
 * other, in the YIQ space of NTSC (Gatys and others, <i>Controlling Perceptual Factors in Neural
 * Style Transfer</i>, CVPR 2017, section 5; there the luminance is painted by itself, here it is
 * that of a picture painted in colour).
 */
public final class Luminance {
  private static final double[] WEIGHTS = {0.299, 0.587, 0.114};

  private Luminance() {}

  /**
   * The luminance Y of a picture.
   *
   * @return a value a pixel, row by row, 0 for black and 1 for white
   */
  static float[] of(Picture picture) {
    int plane = picture.width() * picture.height();
    float[] luminance = new float[plane];
    for (int i = 0; i < plane; i++) {
      double sum = 0;
      for (int c = 0; c < 3; c++) {
        sum += WEIGHTS[c] * picture.rgb()[c * plane + i];
      }
      luminance[i] = (float) sum;
    }
    return luminance;
  }

  /**
   * Combines two pictures of the same size.
   *
   * <p>Equal chroma is an equal distance of red, green and blue from the luminance, so that Y + (x
   * - Y') is all there is to calculate. Where a light or dark Y has no room for the photo's chroma
   * within 0..1, the chroma is made smaller until it has: luminance and hue stay, where clipping
   * would change both.
   *
   * @param painted gives the luminance, that of its values clamped to 0..1 as when it is written
   * @param photo gives the chroma and the alpha
   * @return the combination, in 0..1 but for rounding
   * @throws IllegalArgumentException if the sizes differ
   */
  public static Picture of(Picture painted, Picture photo) {
    if (painted.width() != photo.width() || painted.height() != photo.height()) {
      throw new IllegalArgumentException(
          "the luminance of " + Size.of(painted) + " and the chroma of " + Size.of(photo));
    }
    int plane = painted.width() * painted.height();
    float[] rgb = new float[3 * plane];
    for (int i = 0; i < plane; i++) {
      double luminance = 0;
      double old = 0;
      for (int c = 0; c < 3; c++) {
        luminance += WEIGHTS[c] * Math.max(0, Math.min(1, painted.rgb()[c * plane + i]));
        old += WEIGHTS[c] * photo.rgb()[c * plane + i];
      }
      double share = 1;
      for (int c = 0; c < 3; c++) {
        share = Math.min(share, room(luminance, photo.rgb()[c * plane + i] - old));
      }
      for (int c = 0; c < 3; c++) {
        rgb[c * plane + i] = (float) (luminance + share * (photo.rgb()[c * plane + i] - old));
      }
    }
    return new Picture(painted.width(), painted.height(), rgb, photo.alpha());
  }

  /** The largest part of a distance from the luminance that stays within 0..1. */
  private static double room(double luminance, double distance) {
    if (distance == 0) {
      return 1;
    }
    return (distance > 0 ? 1 - luminance : -luminance) / distance;
  }
}
