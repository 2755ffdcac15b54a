package impasto.samples.training;

import impasto.samples.Darkroom;
import impasto.samples.Ease;
import impasto.samples.Film;
import impasto.samples.Noise;
import impasto.samples.Rgb;
import impasto.samples.Scene;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/** Another scene, developed as chance has it: mirrored, pale or rich, soft or crisp, with grain. */
record Developed(Scene subject) implements Scene {
  @Override
  public BufferedImage draw(int width, int height, long seed) {
    Dice dice = Dice.of(~seed);
    Film film = film(subject, width, height, seed);
    double vignette = dice.chance(0.3) ? dice.between(0, 0.5) : 0;
    double grain = dice.chance(0.3) ? dice.scale(0.02, 0.2) : 0;
    return Darkroom.finish(focus(film, dice), vignette, grain, seed).toImage();
  }

  /** A scene with its levels and its colours changed. */
  static Film film(Scene scene, int width, int height, long seed) {
    Dice dice = Dice.of(seed ^ 0x5DEECE66DL);
    BufferedImage picture = scene.draw(width, height, seed);
    Noise noise = dice.noise();
    boolean mirrored = dice.chance(0.5);
    double[] light = levels(picture, dice);
    double pure = dice.chance(0.5) ? 1 : dice.scale(0.3, 1.4);
    double warm = 0.12 * dice.bell();
    Rgb cast = new Rgb(Math.exp(warm), Math.exp(0.04 * dice.bell()), Math.exp(-warm));
    return Film.expose(
        width,
        height,
        1,
        (x, y) -> {
          int code = picture.getRGB(mirrored ? width - 1 - (int) x : (int) x, (int) y);
          // Levels that are pulled far apart leave no steps behind.
          double dither = noise.cell((int) x, (int) y) - 0.5;
          return new Rgb(
                  lit(light, (code >> 16 & 255) + dither),
                  lit(light, (code >> 8 & 255) + dither),
                  lit(light, (code & 255) + dither))
              .saturate(pure)
              .times(cast);
        });
  }

  private static double lit(double[] light, double code) {
    int below = (int) Math.max(0, Math.min(254, Math.floor(code)));
    return Ease.mix(light[below], light[below + 1], Ease.clamp(code - below));
  }

  /** The linear light for each code value, so that the picture's tones fill a range of its own. */
  private static double[] levels(BufferedImage picture, Dice dice) {
    double kind = dice.between(0, 1);
    double black = kind < 0.65 ? dice.between(0, 0.06) : dice.between(0, 0.3);
    double white = kind < 0.55 ? dice.between(0.88, 1.02) : dice.between(0.5, 1);
    double range = Math.max(0.35, white - black);
    double gamma = dice.scale(0.7, 1.5);
    int w = picture.getWidth();
    int h = picture.getHeight();
    int[] tones =
        Arrays.stream(picture.getRGB(0, 0, w, h, null, 0, w))
            .map(c -> (2 * (c >> 16 & 255) + 5 * (c >> 8 & 255) + (c & 255)) / 8)
            .sorted()
            .toArray();
    double low = tones[(int) (0.02 * tones.length)];
    double high = Math.max(low + 8, tones[(int) (0.98 * tones.length)]);
    double[] light = new double[256];
    for (int code = 0; code < light.length; code++) {
      double t = (code - low) / (high - low);
      double shaped = t <= 0 ? t : Math.pow(t, gamma);
      double value = Ease.clamp(black + range * shaped);
      light[code] = Rgb.hex((int) Math.round(255 * value) * 0x10101).r();
    }
    return light;
  }

  private static Film focus(Film film, Dice dice) {
    double choice = dice.between(0, 1);
    if (choice < 0.52) {
      return film;
    }
    double radius = Math.max(1, film.height() / 256.0 * dice.scale(1, 2.6));
    Film soft = Darkroom.blur(film, radius);
    if (choice < 0.70) {
      double crisp = dice.between(0.3, 1.2);
      return mixed(film, soft, (x, y) -> -crisp);
    }
    if (choice < 0.88) {
      double part = dice.between(0.2, 1);
      return mixed(film, soft, (x, y) -> part);
    }
    // Sharp in one place, soft away from it.
    Noise noise = dice.noise();
    return mixed(film, soft, (x, y) -> Ease.smooth(-0.3, 0.3, noise.at(2 * x, 2 * y)));
  }

  private static Film mixed(Film film, Film soft, Relief.Height part) {
    double h = film.height();
    return Film.expose(
        film.width(),
        film.height(),
        1,
        (x, y) -> {
          Rgb sharp = film.get((int) x, (int) y);
          Rgb mix = sharp.mix(soft.get((int) x, (int) y), part.at(x / h, y / h));
          return new Rgb(Math.max(0, mix.r()), Math.max(0, mix.g()), Math.max(0, mix.b()));
        });
  }
}
