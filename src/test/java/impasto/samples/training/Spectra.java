package impasto.samples.training;

import impasto.samples.Ease;
import impasto.samples.Noise;
import impasto.samples.Rgb;
import impasto.samples.Scene;
import java.awt.image.BufferedImage;

/** Noise of every colour: white to brown, streaked, marbled, in steps, as grain on a gradient. */
final class Spectra implements Scene {
  @Override
  public BufferedImage draw(int width, int height, long seed) {
    Dice dice = Dice.of(seed);
    Scheme scheme = Scheme.of(dice);
    Relief.Height noise = turned(dice, noise(dice, height));
    Motif motif =
        switch (dice.below(7)) {
          case 0 -> steps(dice, scheme, noise);
          case 1 -> coloured(dice, scheme, noise, turned(dice, noise(dice, height)));
          case 2 -> grain(dice, scheme, height);
          default -> (x, y) -> scheme.at(0.5 + 0.5 * noise.at(x, y));
        };
    return motif.expose(width, height, dice.chance(0.5) ? 1 : 2).toImage();
  }

  private static Relief.Height turned(Dice dice, Relief.Height noise) {
    double turn = dice.turn();
    double cos = Math.cos(turn);
    double sin = Math.sin(turn);
    double stretch = dice.chance(0.5) ? 1 : dice.scale(0.04, 1);
    return (x, y) -> noise.at(x * cos - y * sin, stretch * (x * sin + y * cos));
  }

  /** A field of about -1..1. */
  private static Relief.Height noise(Dice dice, int height) {
    Noise noise = dice.noise();
    double fine = dice.scale(1, height / 8.0 + 2);
    int octaves = (int) Math.max(1, Math.log(height / fine) / Math.log(2));
    double gain = dice.scale(0.35, 1.1);
    double warp = dice.scale(0.3, 3);
    return switch (dice.below(6)) {
      case 0 -> (x, y) -> 2.4 * noise.ridged(fine * x, fine * y, Math.min(5, octaves)) - 1;
      case 1 -> (x, y) -> 1.8 * noise.warped(fine * x, fine * y, Math.min(5, octaves), warp);
      case 2 -> (x, y) -> Math.sin(9 * warp * (y + noise.fractal(fine * x, fine * y, 4)));
      default -> (x, y) -> spectrum(noise, fine * x, fine * y, octaves, gain);
    };
  }

  /** Layers of noise, each twice as fine and {@code gain} times as strong as the one before. */
  private static double spectrum(Noise noise, double x, double y, int octaves, double gain) {
    double sum = 0;
    double power = 0;
    double weight = 1;
    double scale = 1;
    for (int k = 0; k < octaves; k++) {
      sum += weight * noise.at(scale * x + 11.3 * k, scale * y - 7.1 * k);
      power += weight * weight;
      weight *= gain;
      scale *= 2;
    }
    return 1.6 * sum / Math.sqrt(power);
  }

  private static Motif steps(Dice dice, Scheme scheme, Relief.Height noise) {
    int count = dice.count(3, 9);
    boolean flat = dice.chance(0.5);
    return (x, y) -> {
      int step = (int) Math.floor(Ease.clamp(0.5 + 0.5 * noise.at(x, y)) * (count - 1e-6));
      return flat ? scheme.flat(step) : scheme.at((step + 0.5) / count);
    };
  }

  /** One noise for the light, another that moves the colour between two. */
  private static Motif coloured(
      Dice dice, Scheme scheme, Relief.Height noise, Relief.Height other) {
    Rgb one = scheme.any(dice);
    Rgb two = Scheme.of(dice).any(dice);
    double strength = dice.between(0.4, 1.6);
    return (x, y) ->
        one.mix(two, Ease.clamp(0.5 + 0.6 * other.at(x, y)))
            .times(Math.exp(strength * noise.at(x, y)));
  }

  /** A gradient under the grain of a film, grey or in three colours. */
  private static Motif grain(Dice dice, Scheme scheme, int height) {
    Noise speck = dice.noise();
    Noise cloud = dice.noise();
    double size = dice.scale(0.7, 4);
    double strength = dice.scale(0.3, 1.5);
    boolean coloured = dice.chance(0.5);
    double turn = dice.turn();
    double fine = dice.scale(0.3, 2);
    return (x, y) -> {
      double slope = (x - 0.5) * Math.cos(turn) + (y - 0.5) * Math.sin(turn);
      Rgb c = scheme.at(0.5 + 0.6 * slope + 0.5 * cloud.fractal(fine * x, fine * y, 2));
      double u = x * height / size;
      double v = y * height / size;
      double r = Math.exp(strength * speck.at(u, v));
      double g = coloured ? Math.exp(strength * speck.at(u + 99.5, v)) : r;
      double b = coloured ? Math.exp(strength * speck.at(u, v + 99.5)) : r;
      return new Rgb(c.r() * r, c.g() * g, c.b() * b);
    };
  }
}
