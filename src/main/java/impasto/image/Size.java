package impasto.image;

/**
 * The size of a picture.
 *
 * @param width columns
 * @param height rows
 */
public record Size(int width, int height) {

  /** The size of a picture. */
  public static Size of(Picture picture) {
    return new Size(picture.width(), picture.height());
  }

  /** The longer of the sides, in pixels. */
  public int longerSide() {
    return Math.max(width, height);
  }

  /** The shorter of the sides, in pixels. */
  public int shorterSide() {
    return Math.min(width, height);
  }

  /** The number of pixels. */
  public long pixels() {
    return (long) width * height;
  }

  /**
   * This size with its longer side of a given length, keeping the aspect.
   *
   * @param longerSide the new length in pixels, at least 1
   * @return the size, its other side rounded to the nearest pixel (ties to the even, as Python's
   *     {@code round}), at least 1
   */
  public Size fitted(int longerSide) {
    int longer = longerSide();
    return longer == longerSide
        ? this
        : new Size(scaled(width, longerSide, longer), scaled(height, longerSide, longer));
  }

  private static int scaled(int side, int longerSide, int longer) {
    return (int) Math.max(1, Math.rint((double) side * longerSide / longer));
  }
}
