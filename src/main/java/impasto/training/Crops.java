package impasto.training;

import impasto.image.Picture;
import impasto.image.Resampler;
import java.util.SplittableRandom;

/**
 * Cuts squares out of pictures: at their own scale or a coarser one, turned and mirrored at times,
 * with other colours or noise now and then. All by lot.
 */
final class Crops {
  private static final double OWN_SCALE = 0.5;
  private static final double LARGEST_ZOOM = 4;
  private static final double RECOLOURED = 0.3;
  private static final double NOISY = 0.15;
  private static final double LEAST_NOISE = 0.005;
  private static final double MOST_NOISE = 0.2;

  private final int side;

  /**
   * @param side of a square in pixels
   */
  Crops(int side) {
    this.side = side;
  }

  /**
   * Cuts a square.
   *
   * @param picture where from
   * @param random draws the lots
   * @return the square, of the side of these crops; not clamped
   */
  Picture cut(Picture picture, SplittableRandom random) {
    int shorter = Math.min(picture.width(), picture.height());
    double most = Math.min(LARGEST_ZOOM, (double) shorter / side);
    double zoom =
        most <= 1
            ? most
            : random.nextDouble() < OWN_SCALE ? 1 : Math.pow(most, random.nextDouble());
    int length = Math.min(shorter, (int) Math.round(side * zoom));
    int left = random.nextInt(picture.width() - length + 1);
    int top = random.nextInt(picture.height() - length + 1);
    return Resampler.resize(part(picture, left, top, length), side, side);
  }

  /**
   * Cuts a square and changes it.
   *
   * @param picture where from
   * @param random draws the lots
   * @param into where to: three planes, row by row
   * @param at the index of the first value
   */
  void varied(Picture picture, SplittableRandom random, float[] into, int at) {
    float[] values = cut(picture, random).rgb();
    boolean mirrored = random.nextBoolean();
    boolean upsideDown = random.nextDouble() < 0.3;
    boolean turned = random.nextDouble() < 0.3;
    boolean recoloured = random.nextDouble() < RECOLOURED;
    double noise =
        random.nextDouble() < NOISY
            ? LEAST_NOISE * Math.pow(MOST_NOISE / LEAST_NOISE, random.nextDouble())
            : 0;
    for (int c = 0; c < 3; c++) {
      double gain = recoloured ? 0.7 + 0.6 * random.nextDouble() : 1;
      double offset = recoloured ? 0.2 * random.nextDouble() - 0.1 : 0;
      for (int i = 0; i < side * side; i++) {
        int x = mirrored ? side - 1 - i % side : i % side;
        int y = upsideDown ? side - 1 - i / side : i / side;
        int source = turned ? x * side + y : y * side + x;
        double value = gain * values[c * side * side + source] + offset;
        if (noise > 0) {
          value += noise * random.nextGaussian();
        }
        into[at + c * side * side + i] = (float) value;
      }
    }
  }

  private static Picture part(Picture picture, int left, int top, int length) {
    float[] values = new float[3 * length * length];
    for (int row = 0; row < 3 * length; row++) {
      int from = (row / length * picture.height() + top + row % length) * picture.width() + left;
      System.arraycopy(picture.rgb(), from, values, row * length, length);
    }
    return new Picture(length, length, values);
  }
}
