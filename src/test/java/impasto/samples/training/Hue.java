package impasto.samples.training;

import impasto.samples.Rgb;

/** Colours by how the eye sees them (OKLab, Björn Ottosson, 2020). */
final class Hue {
  private Hue() {}

  /**
   * The colour of that lightness (0..1), chroma (0 is grey, 0.3 as pure as can be) and hue in
   * degrees: red 30, orange 60, yellow 105, green 145, blue 260. What a screen cannot show becomes
   * greyer.
   */
  static Rgb of(double lightness, double chroma, double hue) {
    double l = Math.min(1, Math.max(0, lightness));
    double c = chroma;
    Rgb colour = lab(l, c, hue);
    for (int tries = 0; tries < 30 && !shown(colour); tries++) {
      c *= 0.88;
      colour = lab(l, c, hue);
    }
    return new Rgb(Math.max(0, colour.r()), Math.max(0, colour.g()), Math.max(0, colour.b()));
  }

  /**
   * A hue as the world has them: mostly the warm ones of earth, skin and wood, the blue of the sky,
   * the green of leaves.
   */
  static double any(Dice dice) {
    double kind = dice.between(0, 1);
    if (kind < 0.42) {
      return 58 + 22 * dice.bell();
    }
    if (kind < 0.68) {
      return 248 + 18 * dice.bell();
    }
    return kind < 0.84 ? 130 + 14 * dice.bell() : dice.between(0, 360);
  }

  private static boolean shown(Rgb c) {
    double least = Math.min(c.r(), Math.min(c.g(), c.b()));
    double most = Math.max(c.r(), Math.max(c.g(), c.b()));
    return least > -0.002 && most < 1.02;
  }

  private static Rgb lab(double lightness, double chroma, double hue) {
    double a = chroma * Math.cos(Math.toRadians(hue));
    double b = chroma * Math.sin(Math.toRadians(hue));
    double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
    double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
    double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
    return new Rgb(
        4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
        -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
        -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
  }

  private static double cube(double x) {
    return x * x * x;
  }
}
