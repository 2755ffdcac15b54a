package impasto.image;

/**
 * How much neighbouring pixels differ: the mean absolute difference over all pairs of neighbours in
 * rows and columns and over the channels. Noise makes it large, but so do fine strokes: compare it
 * with that of the painting whose strokes they are.
 */
public final class Roughness {
  private Roughness() {}

  /**
   * The mean absolute difference of neighbours; alpha has no say.
   *
   * @param picture any picture
   * @return in units of white, at least 0; 0 for a picture of one pixel
   */
  public static double of(Picture picture) {
    int width = picture.width();
    int height = picture.height();
    float[] rgb = picture.rgb();
    double sum = 0;
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < height; y++) {
        int row = (c * height + y) * width;
        for (int x = 0; x < width; x++) {
          if (x > 0) {
            sum += Math.abs(rgb[row + x] - rgb[row + x - 1]);
          }
          if (y > 0) {
            sum += Math.abs(rgb[row + x] - rgb[row + x - width]);
          }
        }
      }
    }
    long pairs = 3L * ((long) (width - 1) * height + (long) width * (height - 1));
    return pairs == 0 ? 0 : sum / pairs;
  }
}
