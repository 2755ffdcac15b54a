package impasto.samples.training;

import impasto.samples.Darkroom;
import impasto.samples.Ease;
import impasto.samples.Film;
import impasto.samples.Layer;
import impasto.samples.Noise;
import impasto.samples.Palette;
import impasto.samples.Rgb;
import impasto.samples.Scene;
import impasto.samples.Sky;
import impasto.samples.Vec;
import java.awt.image.BufferedImage;
import java.util.List;

/** The sky at any hour, over land, over the sea or alone. */
final class Skies implements Scene {
  @Override
  public BufferedImage draw(int width, int height, long seed) {
    Dice dice = Dice.of(seed);
    double lens = dice.scale(0.5, 2.2);
    boolean ground = dice.chance(0.65);
    double horizon = ground ? dice.between(0.45, 0.97) : dice.between(1.2, 2.5);
    double aspect = (double) width / height;
    double sunX = dice.between(-0.6, 0.6) * aspect / lens;
    double sunY = dice.chance(0.6) ? dice.between(0.02, 0.5) : dice.between(0.6, 1.5);
    Sky sky = sky(dice, new Vec(sunX, sunY, 1).unit());
    boolean night = dice.chance(0.2);
    Motif stars = night ? stars(dice) : (x, y) -> Rgb.BLACK;
    Clouds clouds = dice.chance(0.6) ? Clouds.of(dice, horizon) : Clouds.NONE;
    double dim = night ? dice.scale(0.04, 0.25) : 1;
    Motif air =
        (x, y) -> {
          Vec d = new Vec((x - aspect / 2) / lens, (horizon - y) / lens, 1);
          return clouds.over(sky.light(d.unit()).times(dim).plus(stars.at(x, y)), x, y, dim);
        };
    Film film = air.expose(width, (int) Math.min(height, Math.ceil(horizon * height)), 1);
    Film whole = ground && dice.chance(0.4) ? sea(dice, film, height) : extended(film, height);
    Film lit = Darkroom.filmic(whole, dice.scale(0.6, 1.6) * (night ? 2 : 1));
    if (!ground) {
      return lit.toImage();
    }
    Rgb haze = lit.get(width / 2, (int) (horizon * height) - 2);
    Hills hills = Hills.of(dice, haze);
    BufferedImage land = Layer.draw(width, height, g -> hills.draw(g, aspect, horizon, height));
    return hills.grown(Layer.over(lit, land), land).toImage();
  }

  private static Sky sky(Dice dice, Vec sun) {
    double cover = dice.between(0.25, 0.75);
    long seed = dice.seed();
    if (dice.chance(0.3)) {
      return dice.chance(0.5) ? Sky.evening(seed, sun, cover) : Sky.afternoon(seed, sun, cover);
    }
    Scheme air = Scheme.of(dice);
    Scheme cloud = dice.chance(0.5) ? air : Scheme.of(dice);
    double low = dice.between(0.5, 1);
    return new Sky(
        new Noise(seed),
        sun,
        new Palette(List.of(air.at(low), air.at(0.8 * low), air.at(0.55 * low), air.at(0.4 * low))),
        Hue.of(0.85, dice.between(0.03, 0.13), dice.between(30, 95)),
        new Palette(List.of(cloud.at(dice.between(0.2, 0.6)), cloud.at(dice.between(0.3, 0.7)))),
        new Palette(List.of(cloud.at(dice.between(0.6, 1)), cloud.at(dice.between(0.8, 1)))),
        cover);
  }

  private static Motif stars(Dice dice) {
    Cells cells = Cells.round(dice);
    double fine = dice.scale(12, 50);
    double busy = dice.between(0.3, 1);
    Noise cloud = dice.noise();
    return (x, y) -> {
      Cells.Hit hit = cells.at(fine * x, fine * y);
      double size = 0.35 * Math.pow(cells.own(hit, 1), 4) + 0.06;
      double spark = cells.own(hit, 2) < busy ? Ease.smooth(size, 0, hit.first()) : 0;
      double milk = Math.max(0, cloud.fractal(1.5 * (x - y), 4 * (x + y), 5));
      Rgb tint = new Rgb(1, 0.9, 0.8).mix(new Rgb(0.75, 0.85, 1), cells.own(hit, 3));
      return tint.times(1.6 * spark).plus(new Rgb(0.08, 0.08, 0.11).times(milk));
    };
  }

  private static Film extended(Film film, int height) {
    return Film.expose(film.width(), height, 1, (x, y) -> film.get((int) x, (int) y));
  }

  /** The sky over water that mirrors it. */
  private static Film sea(Dice dice, Film film, int height) {
    Noise waves = dice.noise();
    double rough = dice.scale(0.03, 0.3);
    double fine = dice.scale(4, 16);
    Rgb deep = Scheme.of(dice).at(0.25);
    double h = height;
    int rows = film.height();
    return Film.expose(
        film.width(),
        height,
        1,
        (x, y) -> {
          if (y < rows) {
            return film.get((int) x, (int) y);
          }
          double below = (y - rows) / h + 0.004;
          double far = 0.1 / below;
          double wave = waves.fractal(fine * x / h * far, 3 * fine * far, 4);
          double row = rows - 1 - below * h - rough * h * wave * Math.min(1, 6 * below + 0.2);
          Rgb mirrored = film.sample(x + rough * h * 0.3 * wave, Math.min(rows - 1, row));
          return mirrored.mix(deep, Ease.clamp(0.15 + 0.5 * wave + 0.8 * below));
        });
  }
}
