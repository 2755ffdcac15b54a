package impasto.samples;

/** What happens to a film after the exposure: glow, tone curve, grain. */
public final class Darkroom {
  private Darkroom() {}

  /** Spreads each pixel over about {@code radius} pixels: three box means, close to a Gaussian. */
  public static Film blur(Film film, double radius) {
    int reach = Math.max(1, (int) Math.round(radius));
    Film result = film;
    for (int pass = 0; pass < 3; pass++) {
      result = boxTransposed(boxTransposed(result, reach), reach);
    }
    return result;
  }

  /** Adds the glow that bright places (above {@code threshold}) cast in a lens. */
  public static Film bloom(Film film, double threshold, double radius, double strength) {
    Film bright =
        film.map(c -> c.times(Ease.clamp((c.luminance() - threshold) / (1e-6 + c.luminance()))));
    Film glow = blur(bright, radius);
    return Film.expose(
        film.width(),
        film.height(),
        1,
        (x, y) -> film.get((int) x, (int) y).plus(glow.get((int) x, (int) y).times(strength)));
  }

  /** Compresses light of any strength into 0..1, as film does: a soft toe and a soft shoulder. */
  public static Film filmic(Film film, double exposure) {
    return film.map(
        c ->
            new Rgb(
                shoulder(c.r() * exposure),
                shoulder(c.g() * exposure),
                shoulder(c.b() * exposure)));
  }

  /** Darkens the corners by {@code strength} (0..1) and adds fine grain of that amplitude. */
  public static Film finish(Film film, double vignette, double grain, long seed) {
    Noise noise = new Noise(seed).other(99);
    double w = film.width();
    double h = film.height();
    return Film.expose(
        film.width(),
        film.height(),
        1,
        (x, y) -> {
          double dx = (x - w / 2) / w;
          double dy = (y - h / 2) / h;
          double fall = 1 - vignette * 2 * (dx * dx + dy * dy);
          Rgb c = film.get((int) x, (int) y).times(fall);
          double speck = noise.cell((int) x, (int) y) + noise.cell((int) x + 7919, (int) y) - 1;
          return c.times(Math.max(0, 1 + grain * speck));
        });
  }

  private static double shoulder(double x) {
    // A rational curve through 0 that reaches 1 slowly; its toe deepens the blacks a little.
    return Ease.clamp(x * (2.4 * x + 0.03) / (x * (2.3 * x + 0.65) + 0.13));
  }

  private static Film boxTransposed(Film film, int reach) {
    int w = film.width();
    int h = film.height();
    Film result = new Film(h, w);
    float share = 1f / (2 * reach + 1);
    for (int y = 0; y < h; y++) {
      for (int c = 0; c < 3; c++) {
        double sum = 0;
        for (int x = -reach; x <= reach; x++) {
          sum += film.rgb()[3 * (y * w + Math.max(0, Math.min(w - 1, x))) + c];
        }
        for (int x = 0; x < w; x++) {
          result.rgb()[3 * (x * h + y) + c] = (float) sum * share;
          int in = Math.min(w - 1, x + reach + 1);
          int out = Math.max(0, x - reach);
          sum += film.rgb()[3 * (y * w + in) + c] - film.rgb()[3 * (y * w + out) + c];
        }
      }
    }
    return result;
  }
}
