package impasto.samples;

import java.awt.image.BufferedImage;

/** A copperplate engraving in sepia: a shell on cloth, its form told by the run of the lines. */
final class ShellEngraving implements Scene {
  private static final Vec LAMP = new Vec(-0.58, -0.56, 0.50).unit();
  private static final double LINES = 74;

  @Override
  public BufferedImage draw(int width, int height, long seed) {
    double h = height;
    ShellMotif motif = ShellMotif.of(seed, (double) width / height);
    Film tone = Film.expose(width, height, 1, (x, y) -> Rgb.grey(light(motif, x / h, y / h)));
    Burin burin = new Burin(new Noise(seed).other(8));
    Noise fibre = new Noise(seed).other(9);
    Rgb ink = Rgb.hex(0x2E1A10);
    Film film =
        Film.expose(
            width,
            height,
            3,
            (x, y) -> {
              double dark = 1 - Ease.clamp(tone.sample(x, y).r());
              double cover = inside(x, y, width, height) ? lines(motif, burin, x, y, h, dark) : 0;
              cover = Math.max(cover, frame(x, y, width, height));
              double stain = fibre.fractal(2.2 * x / h, 2.2 * y / h, 4);
              double thread = fibre.fractal(90 * x / h, 60 * y / h, 3);
              Rgb paper = Rgb.hex(0xEDDFC0).mix(Rgb.hex(0xD2B98A), Ease.clamp(0.25 + 0.6 * stain));
              double bite = cover * (0.90 + 0.12 * thread);
              return paper.times(1 + 0.05 * thread).mix(ink, Ease.clamp(bite));
            });
    return Darkroom.finish(film, 0.22, 0.0, seed).toImage();
  }

  private static double lines(
      ShellMotif motif, Burin burin, double x, double y, double h, double dark) {
    double u = x / h;
    double v = y / h;
    ShellMotif.Whorl w = motif.whorl(u, v);
    double mouth = motif.mouth(u, v);
    if (mouth < 1) {
      double hollow = burin.ink(9 * mouth, h * 0.02, 1.02 - 0.55 * mouth);
      double depth = sliced(motif, burin, u, v, h, 0.9, 1.05 - 1.1 * mouth);
      return mouth > 0.965 ? 0.9 : 1 - (1 - hollow) * (1 - depth);
    }
    double first;
    if (w == null) {
      first = sliced(motif, burin, u, v, h, 0.35, 1.2 * dark - 0.04);
    } else {
      double d = Ease.clamp(dark + 0.42 * motif.bands(w));
      double phase = 20 * (w.along() + motif.bend(w));
      double radius = w.outer() * (1 + 2 * w.across()) / 3;
      first = burin.fanInk(phase, h * radius / 20, h / LINES, 1.05 * d);
      double rings =
          burin.fanInk(9 * w.across(), h * w.outer() * 0.667 / 9, h / LINES, 1.5 * d - 0.62);
      first = 1 - (1 - first) * (1 - rings);
    }
    double second = sliced(motif, burin, u, v, h, 1.75, 1.6 * dark - 0.68);
    double third = w == null ? sliced(motif, burin, u, v, h, -0.55, 1.8 * dark - 1.1) : 0;
    double seam = w != null && (w.across() > 0.985 || w.across() < 0.012) ? 0.9 : 0;
    return Math.max(seam, 1 - (1 - first) * (1 - (w == null ? second : 0)) * (1 - third));
  }

  /** Lines as a ruling machine draws them: slanted slices through the relief. */
  private static double sliced(
      ShellMotif motif, Burin burin, double u, double v, double h, double angle, double dark) {
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double phase = LINES * (u * sin + v * cos + 0.55 * motif.height(u, v));
    return burin.ink(phase, h / LINES, dark);
  }

  /** The light on the relief, 0..1, with the shadow the shell casts. */
  private static double light(ShellMotif motif, double u, double v) {
    double e = 0.002;
    double z = motif.height(u, v);
    double dx = (motif.height(u + e, v) - motif.height(u - e, v)) / (2 * e);
    double dy = (motif.height(u, v + e) - motif.height(u, v - e)) / (2 * e);
    Vec normal = new Vec(-dx, -dy, 1).unit();
    double open = 1;
    for (double t = 0.012; t < 0.45; t *= 1.22) {
      double above = z + t * LAMP.z() - motif.height(u + t * LAMP.x(), v + t * LAMP.y());
      open = Math.min(open, 0.9 + 9 * above / t);
    }
    double facing = Math.max(0, normal.dot(LAMP)) * (0.15 + 0.85 * Ease.clamp(open));
    double rim = 0.16 * Math.max(0, normal.dot(new Vec(0.8, 0.5, 0.2)));
    return 0.04 + 1.12 * facing + rim;
  }

  private static boolean inside(double x, double y, int width, int height) {
    return edge(x, y, width, height) > 0.052;
  }

  private static double frame(double x, double y, int width, int height) {
    double edge = edge(x, y, width, height);
    return Math.abs(edge - 0.052) < 0.0028 || Math.abs(edge - 0.040) < 0.0012 ? 0.95 : 0;
  }

  private static double edge(double x, double y, int width, int height) {
    return Math.min(Math.min(x, width - x), Math.min(y, height - y)) / height;
  }
}
