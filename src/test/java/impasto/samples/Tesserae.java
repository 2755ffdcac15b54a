package impasto.samples;

import java.util.SplittableRandom;

/**
 * The stones of a mosaic: squares that turn with a direction field and push each other into place
 * (Lloyd's method with a turned chessboard distance, after Hausner, "Simulating decorative
 * mosaics", SIGGRAPH 2001).
 */
public final class Tesserae {
  private static final int ROUNDS = 22;

  private final int width;
  private final int height;
  private final double size;
  private final double[] x;
  private final double[] y;
  private final double[] cos;
  private final double[] sin;

  /**
   * The stone at a place: its number, the distance to it and to the next one (half a side means the
   * edge of a lone stone).
   */
  public record Hit(int stone, double first, double second) {}

  /** Lays stones of side {@code size} over a picture and lets them settle; all in pixels. */
  public Tesserae(int width, int height, double size, Field field, long seed) {
    this(width, height, size, field, seed, ROUNDS);
  }

  /** The same with so many rounds of pushing; a few give a looser mosaic in less time. */
  public Tesserae(int width, int height, double size, Field field, long seed, int rounds) {
    this.width = width;
    this.height = height;
    this.size = size;
    int n = (int) Math.ceil(width * height / (size * size));
    SplittableRandom random = new SplittableRandom(seed);
    x = random.doubles(n, -0.5 * size, width + 0.5 * size).toArray();
    y = random.doubles(n, -0.5 * size, height + 0.5 * size).toArray();
    cos = new double[n];
    sin = new double[n];
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < n; i++) {
        double angle = field.angle(x[i], y[i]);
        cos[i] = Math.cos(angle);
        sin[i] = Math.sin(angle);
      }
      settle(1.5);
    }
  }

  /** The side of a stone, in pixels. */
  public double size() {
    return size;
  }

  /** The middle of a stone, in pixels from the left. */
  public double x(int stone) {
    return x[stone];
  }

  /** The middle of a stone, in pixels from the top. */
  public double y(int stone) {
    return y[stone];
  }

  /** Where the stones are now. */
  public Buckets buckets() {
    return new Buckets(width, height, 1.5 * size, x, y);
  }

  /** Moves every stone to the middle of the area that is nearest to it. */
  private void settle(double step) {
    int n = x.length;
    double[] sumX = new double[n];
    double[] sumY = new double[n];
    int[] count = new int[n];
    Buckets buckets = buckets();
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
  public Hit nearest(Buckets buckets, double px, double py) {
    double first = Double.MAX_VALUE;
    double second = Double.MAX_VALUE;
    int stone = -1;
    for (int row = buckets.cell(py) - 1; row <= buckets.cell(py) + 1; row++) {
      for (int column = buckets.cell(px) - 1; column <= buckets.cell(px) + 1; column++) {
        for (int i : buckets.at(column, row)) {
          double dx = px - x[i];
          double dy = py - y[i];
          double along = Math.abs(dx * cos[i] + dy * sin[i]);
          double across = Math.abs(dy * cos[i] - dx * sin[i]);
          double d = Math.max(along, across);
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
