package impasto.image;

import java.util.Optional;

/** Turns pictures upright, as EXIF's tag 274 (CIPA DC-008, 4.6.4) asks for. */
final class Orientation {
  /** The pixels of a plane in another order: where the first is, and how far the next ones are. */
  private record Walk(int start, int right, int down) {}

  private Orientation() {}

  /**
   * The picture as it is to be seen.
   *
   * @param stored the picture as it is stored
   * @param orientation 1 to 8: which sides its first row and column are to be at
   * @return the picture turned or mirrored; the same one for 1
   */
  static Picture upright(Picture stored, int orientation) {
    if (orientation == 1) {
      return stored;
    }
    int w = stored.width();
    int h = stored.height();
    int last = w * h - 1;
    Walk walk =
        switch (orientation) {
          case 2 -> new Walk(w - 1, -1, w);
          case 3 -> new Walk(last, -1, -w);
          case 4 -> new Walk(last - (w - 1), 1, -w);
          case 5 -> new Walk(0, w, 1);
          case 6 -> new Walk(last - (w - 1), -w, 1);
          case 7 -> new Walk(last, -w, -1);
          case 8 -> new Walk(w - 1, w, -1);
          default -> throw new IllegalArgumentException("an orientation of " + orientation);
        };
    Size size = upright(Size.of(stored), orientation);
    int width = size.width();
    int height = size.height();
    float[] rgb = planes(stored.rgb(), 3, width, height, walk);
    Optional<float[]> alpha = stored.alpha().map(a -> planes(a, 1, width, height, walk));
    return new Picture(width, height, rgb, alpha);
  }

  /**
   * The size of a picture as it is to be seen.
   *
   * @param stored the size of the picture as it is stored
   * @param orientation 1 to 8
   */
  static Size upright(Size stored, int orientation) {
    boolean onItsSide = orientation >= 5;
    int width = onItsSide ? stored.height() : stored.width();
    int height = onItsSide ? stored.width() : stored.height();
    return new Size(width, height);
  }

  private static float[] planes(float[] values, int planes, int width, int height, Walk walk) {
    float[] result = new float[values.length];
    int i = 0;
    for (int plane = 0; plane < planes; plane++) {
      for (int y = 0; y < height; y++) {
        int from = plane * width * height + walk.start() + y * walk.down();
        for (int x = 0; x < width; x++) {
          result[i++] = values[from + x * walk.right()];
        }
      }
    }
    return result;
  }
}
