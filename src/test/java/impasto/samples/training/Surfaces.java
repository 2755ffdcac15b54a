package impasto.samples.training;

import impasto.samples.Ease;
import impasto.samples.Noise;
import impasto.samples.Rgb;
import impasto.samples.Scene;
import java.awt.image.BufferedImage;

/**
 * What the world is made of, seen close in light from the side: bark, rock, pebbles, sand, water.
 */
final class Surfaces implements Scene {
  @Override
  public BufferedImage draw(int width, int height, long seed) {
    Dice dice = Dice.of(seed);
    Motif motif =
        switch (dice.below(4)) {
          case 0 -> turned(dice, bark(dice));
          case 1 -> turned(dice, rock(dice));
          case 2 -> pebbles(dice);
          default -> water(dice);
        };
    return motif.expose(width, height, 2).toImage();
  }

  private static Motif turned(Dice dice, Motif motif) {
    double turn = dice.chance(0.6) ? 0.15 * dice.bell() : dice.turn();
    double cos = Math.cos(turn);
    double sin = Math.sin(turn);
    return (x, y) -> motif.at(x * cos - y * sin, x * sin + y * cos);
  }

  private static Motif bark(Dice dice) {
    Noise noise = dice.noise();
    double fine = dice.scale(2, 12);
    double stretch = dice.between(0.12, 0.4);
    double wild = dice.between(0, 0.6);
    Relief.Height height =
        (x, y) -> {
          double sway = wild * noise.fractal(2 * x, 2 * y, 2);
          return noise.ridged(fine * x + sway, fine * stretch * y, 4) / fine;
        };
    Relief relief = new Relief(height, Relief.lamp(dice), 0.004);
    Scheme wood = Scheme.earthy(dice);
    Scheme moss = Scheme.leafy(dice);
    double green = dice.between(-0.3, 0.3);
    double depth = dice.between(0.8, 1.6);
    return (x, y) -> {
      double deep = Ease.clamp(depth * fine * height.at(x, y));
      double grain = noise.fractal(9 * fine * x, 2 * fine * y, 2);
      Rgb body = wood.at(0.85 - 0.8 * deep + 0.2 * grain);
      double cover = Ease.smooth(0, 0.25, noise.fractal(2.5 * x, 2.5 * y, 5) + green - 0.15);
      return body.mix(moss.at(0.4 + 0.5 * grain), cover).times(0.25 + 0.75 * relief.light(x, y));
    };
  }

  private static Motif pebbles(Dice dice) {
    Cells cells = Cells.round(dice);
    double fine = dice.scale(3, 18);
    double round = dice.between(0.15, 0.5);
    Noise noise = dice.noise();
    Relief.Height height =
        (x, y) -> {
          Cells.Hit hit = cells.at(fine * x, fine * y);
          double dome = Math.sqrt(Ease.clamp(hit.rim() / round));
          return (0.35 * dome + 0.03 * noise.fractal(5 * fine * x, 5 * fine * y, 2)) / fine;
        };
    Relief relief = new Relief(height, Relief.lamp(dice), 0.003);
    Scheme stones = dice.chance(0.7) ? Scheme.earthy(dice) : Scheme.of(dice);
    return (x, y) -> {
      Cells.Hit hit = cells.at(fine * x, fine * y);
      double mottle = noise.fractal(3 * fine * x + 50 * cells.own(hit, 2), 3 * fine * y, 3);
      Rgb stone = stones.flat((int) (99 * cells.own(hit, 1))).times(1 + 0.5 * mottle);
      double gap = Ease.smooth(0, 0.25 * round, hit.rim());
      return stone.times(gap * (0.2 + 0.8 * relief.light(x, y)));
    };
  }

  /** Waves or ripples that mirror a sky, from above or at a slant. */
  private static Motif water(Dice dice) {
    Noise noise = dice.noise();
    double fine = dice.scale(3, 14);
    double low = dice.chance(0.6) ? dice.between(0.2, 0.8) : 99;
    double warp = dice.between(0.3, 1.2);
    Scheme scheme = Scheme.of(dice);
    double glitter = dice.chance(0.4) ? dice.between(0.5, 2) : 0;
    double choppy = dice.between(0.6, 1.6);
    return (x, y) -> {
      double far = (low + 0.5) / (low + Math.max(0, y + 0.1));
      double u = fine * far * (x - 0.5);
      double v = 2 * fine * (low + 0.5) * far;
      double wave = noise.warped(u, v, 3, warp);
      double tone = 0.5 + choppy * wave;
      double spark = Math.pow(Ease.clamp(0.3 + 1.4 * wave), 8);
      return scheme.at(tone).plus(Rgb.grey(glitter * spark));
    };
  }

  private static Motif rock(Dice dice) {
    Noise noise = dice.noise();
    double fine = dice.scale(1, 6);
    double flat = dice.scale(0.3, 3);
    boolean ridged = dice.chance(0.5);
    double strength = dice.between(0.2, 1.4);
    Relief.Height height =
        (x, y) ->
            strength
                / fine
                * (ridged
                    ? noise.ridged(fine * x, flat * fine * y, 6)
                    : 0.7 * noise.warped(fine * x, flat * fine * y, 6, 0.8));
    Relief relief = new Relief(height, Relief.lamp(dice), 0.004);
    Scheme scheme = dice.chance(0.6) ? Scheme.earthy(dice) : Scheme.of(dice);
    double veins = dice.between(0.2, 1);
    return (x, y) -> {
      double stain = noise.fractal(2 * fine * x + 30, 2 * fine * y, 4);
      double light = 0.2 + 0.8 * relief.light(x, y);
      return scheme.at(0.5 + veins * stain).times(light);
    };
  }
}
