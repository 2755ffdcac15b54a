package impasto.samples;

import java.util.random.RandomGenerator;

/** A canvas with thick oil paint: every stroke leaves colour and the furrows of its bristles. */
public final class Oils {
  private final Film paint;

  /** The height of the paint, row by row, in pixels. */
  private final float[] relief;

  private final Field field;
  private final RandomGenerator random;

  /**
   * A canvas washed with thin paint in the darkened colours of the picture to come.
   *
   * @param field the direction of the strokes
   */
  public Oils(int width, int height, Film.Shader picture, Field field, RandomGenerator random) {
    paint = Film.expose(width, height, 1, (x, y) -> picture.at(x, y).times(0.7));
    relief = new float[width * height];
    this.field = field;
    this.random = random;
  }

  /**
   * Covers the canvas with strokes of that width, at random places, in the picture's colours; where
   * the picture is null no stroke is made.
   */
  public void cover(Film.Shader picture, double wide, double length, double share) {
    int count = (int) (share * paint.width() * paint.height() / (wide * length * 0.6));
    for (int i = 0; i < count; i++) {
      double x = paint.width() * random.nextDouble();
      double y = paint.height() * random.nextDouble();
      Rgb base = picture.at(x, y);
      if (base == null) {
        continue;
      }
      double tone = Math.exp(0.16 * random.nextGaussian());
      Rgb tint =
          new Rgb(
              base.r() * (1 + 0.14 * random.nextGaussian()),
              base.g() * (1 + 0.10 * random.nextGaussian()),
              base.b() * (1 + 0.14 * random.nextGaussian()));
      stroke(x, y, wide * (0.7 + 0.6 * random.nextDouble()), length, tint.times(tone));
    }
  }

  /** One stroke through the middle (x, y), along the field. */
  public void stroke(double x, double y, double wide, double length, Rgb colour) {
    Noise bristles = new Noise(random.nextLong());
    double px = x;
    double py = y;
    for (double s = 0; s < length / 2; s += 2) {
      double a = field.angle(px, py);
      px -= 2 * Math.cos(a);
      py -= 2 * Math.sin(a);
    }
    double load = 0.6 + 0.5 * random.nextDouble();
    for (double s = 0; s < length; s += 0.6) {
      double a = field.angle(px, py);
      px += 0.6 * Math.cos(a);
      py += 0.6 * Math.sin(a);
      for (double t = -0.5; t <= 0.5; t += 0.6 / wide) {
        dab(
            px - t * wide * Math.sin(a),
            py + t * wide * Math.cos(a),
            s,
            t,
            s / length,
            wide,
            load,
            colour,
            bristles);
      }
    }
  }

  private void dab(
      double x,
      double y,
      double s,
      double t,
      double part,
      double wide,
      double load,
      Rgb colour,
      Noise bristles) {
    int i = (int) x;
    int j = (int) y;
    if (x < 0 || y < 0 || i >= paint.width() || j >= paint.height()) {
      return;
    }
    double hair = bristles.at(t * 9, s / (4.5 * wide));
    double round = 1 - 4 * t * t;
    // Bristles touch down and lift one by one, and run dry towards the end.
    double touch =
        Math.min(1, Math.min(part * 9, (1 - part) * 4.5)) + 0.9 * hair + 1.5 * (round - 0.25);
    if (touch < 0.25) {
      return;
    }
    double fine = bristles.at(t * 22 + 50, s / (3 * wide));
    paint.set(i, j, colour.times(1 + 0.16 * hair + 0.10 * fine));
    double lip = Math.exp(-Math.pow((Math.abs(t) - 0.36) / 0.10, 2));
    double start = Math.exp(-part * 12);
    relief[j * paint.width() + i] =
        (float) (load * wide * (0.10 + 0.05 * lip + 0.035 * hair + 0.03 * fine + 0.05 * start));
  }

  /** The canvas under a lamp at the upper left: furrows shade, wet ridges shine. */
  public Film light(double depth) {
    int w = paint.width();
    int h = paint.height();
    return Film.expose(
        w,
        h,
        1,
        (x, y) -> {
          int i = (int) x;
          int j = (int) y;
          double dx = depth * (height(i + 1, j) - height(i - 1, j));
          double dy = depth * (height(i, j + 1) - height(i, j - 1));
          Vec normal = new Vec(-dx, -dy, 1).unit();
          double facing = normal.dot(new Vec(-0.45, -0.6, 0.66));
          double shine = Math.pow(Math.max(0, normal.dot(new Vec(-0.26, -0.36, 0.9).unit())), 60);
          Rgb c = paint.get(i, j).times(0.35 + 0.98 * Math.max(0, facing));
          return c.plus(Rgb.grey(0.10 * shine * Math.min(1, dx * dx + dy * dy)));
        });
  }

  private double height(int x, int y) {
    int i = Math.max(0, Math.min(paint.width() - 1, x));
    int j = Math.max(0, Math.min(paint.height() - 1, y));
    return relief[j * paint.width() + i];
  }
}
