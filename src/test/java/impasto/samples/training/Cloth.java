package impasto.samples.training;

import impasto.samples.Ease;
import impasto.samples.Noise;
import impasto.samples.Rgb;
import impasto.samples.Scene;
import java.awt.image.BufferedImage;

/** A patterned cloth, woven or knitted, flat or in folds; without threads it is a tiled floor. */
final class Cloth implements Scene {
  @Override
  public BufferedImage draw(int width, int height, long seed) {
    Dice dice = Dice.of(seed);
    return motif(dice, height).expose(width, height, 2).toImage();
  }

  static Motif motif(Dice dice, int rows) {
    Scheme scheme = Scheme.of(dice);
    boolean knitted = dice.chance(0.2);
    double repeats = dice.scale(1.6, 2 + rows / 18.0);
    double threads = knitted ? dice.scale(8, 40) : dice.scale(30, rows / 3.0 + 31);
    double thick = dice.chance(0.8) ? dice.between(0.2, 0.9) : 0;
    Motif pattern = Pattern.any(dice, scheme);
    double turn = dice.chance(0.4) ? 0 : dice.turn();
    double cos = Math.cos(turn);
    double sin = Math.sin(turn);
    Noise pull = dice.noise();
    double folds = dice.chance(0.7) ? dice.scale(0.08, 0.6) : 0;
    double bumps = dice.scale(0.8, 4);
    double lie = dice.turn();
    double stretch = dice.scale(0.2, 1);
    Relief.Height height =
        (x, y) -> {
          double u = x * Math.cos(lie) - y * Math.sin(lie);
          double v = x * Math.sin(lie) + y * Math.cos(lie);
          return folds * pull.warped(bumps * u, stretch * bumps * v, 2, 0.5) / Math.sqrt(bumps);
        };
    Relief relief = new Relief(height, Relief.lamp(dice), 0.01);
    int twill = dice.below(3);
    double worn = dice.between(0, 0.3);
    return (x, y) -> {
      double z = folds == 0 ? 0 : height.at(x, y);
      double u = x * cos - y * sin + 0.7 * z;
      double v = x * sin + y * cos + 0.5 * z;
      double thread =
          knitted ? stitch(threads * u, threads * v) : weave(threads * u, threads * v, twill);
      double light = folds == 0 ? 1 : 0.25 + 0.75 * relief.light(x, y);
      double stain = 1 + worn * pull.fractal(7 * x + 50, 7 * y, 4);
      // A stitch or a thread has one colour.
      double su = knitted ? Math.rint(threads * u) / threads : u;
      double sv = knitted ? Math.rint(threads * v) / threads : v;
      Rgb colour = pattern.at(repeats * su, repeats * sv);
      return colour.times(light * stain * Ease.mix(1, thread, thick));
    };
  }

  /**
   * The light on woven threads: each passes over one and under the next, or over more in a twill.
   */
  private static double weave(double u, double v, int twill) {
    int i = (int) Math.floor(u);
    int j = (int) Math.floor(v);
    double a = u - i - 0.5;
    double b = v - j - 0.5;
    boolean upright = Math.floorMod(i + j, 2 + twill) == 0;
    double across = upright ? a : b;
    double along = upright ? b : a;
    return (1.15 - 2.2 * across * across) * (1.1 - 1.2 * along * along);
  }

  /** The light on stitches: columns of slanted loops that make a V. */
  private static double stitch(double u, double v) {
    double a = u - Math.rint(u);
    double t = v + 0.9 * Math.abs(a);
    double b = t - Math.rint(t);
    double leg = 1 - Math.pow(Math.abs(Math.abs(a) - 0.25) / 0.28, 2);
    return Ease.clamp(0.25 + 0.9 * leg * (1 - 2.4 * b * b));
  }
}
