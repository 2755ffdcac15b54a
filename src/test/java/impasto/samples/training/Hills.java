package impasto.samples.training;

import impasto.samples.Film;
import impasto.samples.Foliage;
import impasto.samples.Noise;
import impasto.samples.Palette;
import impasto.samples.Rgb;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Ranges of hills, one before the other, the far ones in haze; now and then with trees. */
record Hills(Dice dice, Rgb haze, Noise growth, double fields, double rough) {
  static Hills of(Dice dice, Rgb haze) {
    return new Hills(dice, haze, dice.noise(), dice.scale(4, 30), dice.between(0, 1.6));
  }

  /** Draws them up to and below the horizon, on a sheet {@code height} pixels high. */
  void draw(Graphics2D g, double aspect, double horizon, int height) {
    int rows = dice.count(1, 5);
    double steep = dice.scale(0.02, 0.25);
    double fine = dice.scale(1.5, 8);
    int octaves = 2 + dice.below(5);
    Rgb near =
        (dice.chance(0.5) ? Scheme.leafy(dice) : Scheme.earthy(dice)).at(dice.between(0, 0.4));
    for (int row = 1; row <= rows; row++) {
      double close = row / (double) rows;
      double base = horizon + (1.02 - horizon) * (close - 1.0 / rows) * dice.between(0.5, 1);
      Rgb colour = haze.mix(near, 0.3 + 0.7 * close);
      Noise ridge = dice.noise();
      g.setColor(colour.awt());
      g.fill(range(ridge, aspect, base, steep * (0.5 + close), fine, octaves, height));
      if (dice.chance(0.3)) {
        trees(g, colour, aspect, base, height);
      }
    }
  }

  /** The film with grass, stones and shrubs where the sheet has land. */
  Film grown(Film film, BufferedImage land) {
    double h = film.height();
    return Film.expose(
        film.width(),
        film.height(),
        1,
        (x, y) -> {
          Rgb c = film.get((int) x, (int) y);
          double there = (land.getRGB((int) x, (int) y) >>> 24) / 255.0;
          double deep = (4 - 1.2 * y / h) * y / h;
          double bush = growth.fractal(fields * x / h, fields * deep, 5);
          return c.times(Math.exp(rough * there * bush));
        });
  }

  private static Path2D range(
      Noise ridge, double aspect, double base, double steep, double fine, int octaves, int h) {
    Path2D path = new Path2D.Double();
    path.moveTo(-1, h + 1);
    for (double x = -0.01; x < aspect + 0.02; x += 0.006) {
      path.lineTo(x * h, h * (base - steep * (0.4 + ridge.fractal(fine * x, 0.5, octaves))));
    }
    path.lineTo(aspect * h + 1, h + 1);
    path.closePath();
    return path;
  }

  private void trees(Graphics2D g, Rgb ground, double aspect, double base, int h) {
    Palette greens = new Palette(List.of(ground.times(0.4), ground, ground.times(1.7)));
    Foliage wood = new Foliage(g, dice.random(), greens);
    int count = dice.count(1, 7);
    boolean spruces = dice.chance(0.5);
    double size = dice.scale(0.08, 0.4);
    for (int i = 0; i < count; i++) {
      double x = aspect * h * dice.between(0, 1);
      double tall = h * size * dice.between(0.6, 1.2);
      if (spruces) {
        wood.conifer(x, h * (base + 0.03), tall);
      } else {
        wood.crown(x, h * base - 0.4 * tall, 0.5 * tall);
      }
    }
  }
}
