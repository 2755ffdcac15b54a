package impasto.samples;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/** A mountain lake on a still evening: ridges in the haze, a wooded shore, their reflection. */
final class MountainLake implements Scene {
  private static final double EYE = 0.2;
  private static final double LENS = 1.25;
  private static final int GRID = 2;

  @Override
  public BufferedImage draw(int width, int height, long seed) {
    Noise noise = new Noise(seed);
    Vec sun = new Vec(0.5 * (noise.cell(1, 1) - 0.5), 0.13, 1).unit();
    // Lit from the side as well: a sun dead ahead leaves every slope in shade.
    Vec key = new Vec(noise.cell(2, 1) < 0.5 ? -0.9 : 0.9, 0.42, -0.15).unit();
    Sky sky = Sky.evening(seed, sun, 0.50 + 0.16 * noise.cell(3, 1));
    Panorama view = new Panorama(Valley.of(seed), sky, key, EYE, LENS);
    int w = width * GRID;
    int h = height * GRID;
    int horizon = (int) (h * 0.56);
    double unit = 1.0 / h;
    int below = h / 5;
    Film above = view.expose(w, horizon + below, below, unit, 1);
    Film mirror = view.expose(w, h - horizon + h / 8, 0, unit, -1);
    Noise waves = noise.other(8);
    Film full =
        Film.expose(
            w,
            h,
            1,
            (x, y) -> {
              Rgb land = above.get((int) x, horizon + below - 1 - (int) y);
              boolean water = y >= horizon + below || (y >= horizon && land.luminance() == 0);
              return water ? water(mirror, waves, x, y - horizon, unit) : land;
            });
    Film shore = Layer.over(full, Layer.draw(w, h, g -> foreground(g, w, h, seed)));
    Film film = Darkroom.bloom(shore.half(), 0.85, height / 28.0, 0.3).map(c -> c.saturate(1.15));
    return Darkroom.finish(Darkroom.filmic(film, 0.92), 0.35, 0.05, seed).toImage();
  }

  private static Rgb water(Film mirror, Noise waves, double x, double below, double unit) {
    double slope = below * unit / LENS;
    double z = EYE / Math.max(1e-4, slope);
    double side = (x - mirror.width() / 2.0) * unit / LENS * z;
    double near = Math.min(1, 0.9 / z);
    double ripple = waves.fractal(9 * side, 30 * z, 4) * Math.min(1, 3 / z);
    double calm = Ease.smooth(-0.2, 0.35, waves.fractal(0.35 * side, 1.6 * z, 3));
    double push = (0.25 + 0.75 * calm) * ripple;
    double shift = push * (0.016 + 0.06 * near) / unit;
    Rgb reflected = mirror.sample(x + 0.35 * shift, below + Math.abs(shift) * 0.6 + shift * 0.7);
    double glance = 1 / Math.sqrt(1 + slope * slope);
    double fresnel = 0.05 + 0.95 * Math.pow(glance, 26 * slope * 10 + 1);
    Rgb deep = Rgb.hex(0x14303A).mix(Rgb.hex(0x2C4A4C), 0.5 + 0.5 * ripple);
    return deep.times(0.7).mix(reflected, 0.25 + 0.7 * fresnel);
  }

  /** A dark bank with spruces on the side away from the sun. */
  private static void foreground(Graphics2D g, int w, int h, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Noise noise = new Noise(seed);
    if (noise.cell(1, 1) < 0.5) {
      g.translate(w, 0);
      g.scale(-1, 1);
    }
    Foliage wood = new Foliage(g, random, Palette.of(0x060A0C, 0x0E1713, 0x26301C, 0x6B5226));
    double[] feet = {0.015, 0.10, 0.055, 0.20, 0.15, 0.265};
    double[] sizes = {0.80, 0.62, 0.46, 0.34, 0.50, 0.22};
    for (int i = 0; i < feet.length; i++) {
      double x = w * feet[i] + 0.03 * h * (random.nextDouble() - 0.5);
      wood.conifer(x, h * 0.955, h * sizes[i] * (0.85 + 0.3 * random.nextDouble()));
    }
    Path2D bank = new Path2D.Double();
    bank.moveTo(0, h);
    for (double t = 0; t <= 1; t += 0.01) {
      double top = 0.93 + 0.075 * Math.pow(t / 0.55, 2) + 0.012 * noise.fractal(14 * t, 1, 4);
      bank.lineTo(t * w, h * top);
      wood.grass(t * w, (t + 0.01) * w, h * (top + 0.012), 0.035 * h, 16);
    }
    bank.lineTo(w, h);
    bank.closePath();
    g.setColor(Rgb.hex(0x080B0B).awt());
    g.fill(bank);
  }
}
