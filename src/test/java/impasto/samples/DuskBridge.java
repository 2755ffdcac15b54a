package impasto.samples;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/** A suspension bridge and a city at dusk; their lights run down the river. */
final class DuskBridge implements Scene {
  private static final double BANK = 0.60;
  private static final int GRID = 2;

  @Override
  public BufferedImage draw(int width, int height, long seed) {
    int w = width * GRID;
    int h = height * GRID;
    Noise noise = new Noise(seed);
    Vec sun = new Vec(0.7 * (noise.cell(1, 1) - 0.5), 0.0, 1).unit();
    Sky sky = Sky.evening(seed, sun, 0.50 + 0.12 * noise.cell(2, 1));
    int rows = (int) (BANK * h);
    Film air =
        Film.expose(
            w,
            rows,
            1,
            (x, y) -> {
              double up = 0.035 + (rows - y) / h / 1.15;
              Rgb light = sky.light(new Vec((x - w / 2.0) / h / 1.15, up, 1).unit());
              return light.saturate(1.1).times(0.52 - 0.20 * Math.min(1, up));
            });
    Film solid = Layer.over(air, sheet(w, rows, h, seed, false));
    BufferedImage lamps = sheet(w, rows, h, seed, true);
    Film city =
        Film.expose(
            w,
            rows,
            1,
            (x, y) -> {
              int code = lamps.getRGB((int) x, (int) y);
              Rgb lamp = Rgb.hex(code).times((code >>> 24) / 255.0 * 2.8);
              return solid.get((int) x, (int) y).plus(lamp);
            });
    Film full =
        Film.expose(
            w,
            h,
            1,
            (x, y) -> y < rows ? city.get((int) x, (int) y) : water(city, noise.other(8), x, y, h));
    Film half = full.half();
    Film near = Darkroom.bloom(half, 0.55, height / 150.0, 0.5);
    Film wide = Darkroom.bloom(near, 0.6, height / 22.0, 0.35);
    return Darkroom.finish(Darkroom.filmic(wide, 1.25), 0.35, 0.06, seed).toImage();
  }

  private static BufferedImage sheet(int w, int rows, int h, long seed, boolean lamps) {
    return Layer.draw(
        w,
        rows,
        g -> {
          g.scale(h, h);
          new Skyline(g, new SplittableRandom(seed), (double) w / h, BANK, lamps).draw();
        });
  }

  /** The mirrored city, drawn out downwards by the waves. */
  private static Rgb water(Film city, Noise waves, double x, double y, int h) {
    double below = y / h - BANK;
    double z = 0.06 / (below + 0.004);
    double across = (x - city.width() / 2.0) / h * z * 8;
    double slow = waves.fractal(0.7 * across, 5 * z, 3);
    double fast = waves.fractal(2.6 * across + 9, 17 * z, 3);
    double reach = h * (0.014 + 0.55 * below);
    Rgb sum = Rgb.BLACK;
    int looks = 20;
    for (int i = 0; i < looks; i++) {
      double spread = (i + 0.5) / looks - 0.5;
      double row =
          city.height() - below * h * 0.98 - reach * (1.5 * spread + 0.9 * fast + 0.5 * slow);
      double column = x + h * (0.010 * slow + 0.012 * fast) * Math.min(1, 8 * below);
      sum = sum.plus(city.sample(column, Math.min(city.height() - 1, row)));
    }
    double mirror = 0.80 - 0.55 * Ease.smooth(0, 0.42, below) + 0.18 * fast;
    Rgb deep = Rgb.hex(0x0E1A2A).times(0.5);
    return deep.mix(sum.times(1.0 / looks), Ease.clamp(mirror));
  }
}
