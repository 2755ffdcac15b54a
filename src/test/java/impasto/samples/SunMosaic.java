package impasto.samples;

import java.awt.image.BufferedImage;

/** A mosaic of glass and gold stones: a sun with rays over a sea of scales. */
final class SunMosaic implements Scene {
  @Override
  public BufferedImage draw(int width, int height, long seed) {
    SunMotif motif = SunMotif.of(seed, (double) width / height);
    double h = height;
    double size = Math.max(4, h / 46);
    Field field = (x, y) -> motif.angle(x / h, y / h);
    Tesserae stones = new Tesserae(width, height, size, field, seed);
    Buckets buckets = stones.buckets();
    Noise noise = new Noise(seed).other(5);
    Film film =
        Film.expose(
            width,
            height,
            3,
            (x, y) -> {
              Tesserae.Hit hit = stones.nearest(buckets, x, y);
              return shade(stones, hit, motif, noise, x, y, h);
            });
    return Darkroom.finish(film, 0.2, 0.0, seed).toImage();
  }

  private static Rgb shade(
      Tesserae stones,
      Tesserae.Hit hit,
      SunMotif motif,
      Noise noise,
      double x,
      double y,
      double h) {
    double size = stones.size();
    double gap = (hit.second() - hit.first()) / size;
    double chip = 0.05 * noise.fractal(9 * x / size * 0.4, 9 * y / size * 0.4, 2);
    Rgb mortar = Rgb.hex(0x3A342E).times(0.75 + 0.5 * noise.fractal(x * 0.4, y * 0.4, 3));
    int i = hit.stone();
    if (i < 0 || gap + chip < 0.15 || hit.first() > 0.62 * size) {
      return mortar;
    }
    double cx = stones.x(i);
    double cy = stones.y(i);
    SunMotif.Glass glass = motif.glass(cx / h, cy / h);
    double own = noise.cell(i, 1);
    Rgb colour =
        new Rgb(
            glass.colour().r() * (0.78 + 0.5 * own),
            glass.colour().g() * (0.80 + 0.42 * noise.cell(i, 2) * (0.4 + own)),
            glass.colour().b() * (0.78 + 0.5 * noise.cell(i, 3)));
    // Each stone sits a little askew, and its edges are rounded.
    double round = Ease.smooth(0.42, 0.13, gap + chip);
    double dx = (x - cx) / size;
    double dy = (y - cy) / size;
    double tiltX = 0.34 * (noise.cell(i, 4) - 0.5) + 1.3 * dx * round;
    double tiltY = 0.34 * (noise.cell(i, 5) - 0.5) + 1.3 * dy * round;
    double bump = 0.10 * noise.fractal(1.7 * x / size + 31 * own, 1.7 * y / size, 3);
    Vec normal = new Vec(tiltX + bump, tiltY - bump, 1).unit();
    double facing = Math.max(0, normal.dot(new Vec(-0.42, -0.58, 0.70)));
    double shine = Math.pow(Math.max(0, normal.dot(new Vec(-0.20, -0.28, 0.94).unit())), 90);
    double cloud = 0.92 + 0.16 * noise.fractal(3.1 * x / size, 3.1 * y / size + 9 * own, 2);
    Rgb body = colour.times(cloud * (0.30 + 0.98 * facing));
    return body.plus(
        Rgb.WHITE.mix(colour, glass.metal()).times(shine * (0.10 + 0.6 * glass.metal())));
  }
}
