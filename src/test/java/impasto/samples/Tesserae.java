package impasto.samples;

import java.util.SplittableRandom;

/**
 * The stones of a mosaic: squares that turn with a direction field and push each other into place
 * (Lloyd's method with a turned chessboard distance, after Hausner, "Simulating decorative mosaics",
 * SIGGRAPH 2001).
 *
 * @param x the middle of each stone, in pixels
 * @param y the middle of each stone, in pixels
 * @param angle the way it is turned
 * @param size the side of a stone
 */
record Tesserae(int width, int height, double size, double[] x, double[] y, double[] angle) {
  /**
   * The stone at a place: its number, the distance to it and to the next one (half a side means the
   * edge of a lone stone).
   */
  record Hit(int stone, double first, double second) {}

  /** Lays stones of side {@code size} over a picture and lets them settle. */
  static Tesserae lay(int width, int height, double size, Field field, long seed) {
    int n = (int) Math.ceil(width * height / (size * size));
    SplittableRandom random = new SplittableRandom(seed);
    double[] x = random.doubles(n, -0.5 * size, width + 0.5 * size).toArray();
    double[] y = random.doubles(n, -0.5 * size, height + 0.5 * size).toArray();
    Tesserae stones = new Tesserae(width, height, size, x, y, new double[n]);
    for (int round = 0; round < 22; round++) {
      for (int i = 0; i < n; i++) {
        stones.angle[i] = field.angle(x[i], y[i]);
      }
      stones.settle(1.5);
    }
    return stones;
  }

  /** Moves every stone to the middle of the area that is nearest to it. */
  private void settle(double step) {
    int n = x.length;
    double[] sumX = new double[n];
    double[] sumY = new double[n];
    int[] count = new int[n];
    Buckets buckets = Buckets.of(this);
    for (double py = 0.5 - size; py < height + size; py += step) {
      for (double px = 0.5 - size; px < width + size; px += step) {
        Hit hit = nearest(buckets, px, py);
        if (hit.stone >= 0) {
          sumX[hit.stone] += px;
          sumY[hit.stone] += py;
          count[hit.stone]++;
        }
      }
    }
    for (int i = 0; i < n; i++) {
      if (count[i] > 0) {
        x[i] = sumX[i] / count[i];
        y[i] = sumY[i] / count[i];
      }
    }
  }

  /** The stone at a place. */
  Hit nearest(Buckets buckets, double px, double py) {
    double first = Double.MAX_VALUE;
    double second = Double.MAX_VALUE;
    int stone = -1;
    for (int row = buckets.cell(py) - 1; row <= buckets.cell(py) + 1; row++) {
      for (int column = buckets.cell(px) - 1; column <= buckets.cell(px) + 1; column++) {
        for (int i : buckets.at(column, row)) {
          double dx = px - x[i];
          double dy = py - y[i];
          double cos = Math.cos(angle[i]);
          double sin = Math.sin(angle[i]);
          double d = Math.max(Math.abs(dx * cos + dy * sin), Math.abs(dy * cos - dx * sin));
          if (d < first) {
            second = first;
            first = d;
            stone = i;
          } else if (d < second) {
            second = d;
          }
        }
      }
    }
    return new Hit(stone, first, second);
  }
}
