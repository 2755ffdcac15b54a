package impasto.samples.training;

import impasto.samples.Ease;
import impasto.samples.Noise;
import impasto.samples.Rgb;
import impasto.samples.Scene;
import java.awt.image.BufferedImage;

/** An arrangement of colours without an object: drifts, fields, bands, blots or rings. */
final class ColourFields implements Scene {
  @Override
  public BufferedImage draw(int width, int height, long seed) {
    Dice dice = Dice.of(seed);
    return motif(dice, (double) width / height).expose(width, height, 2).toImage();
  }

  static Motif motif(Dice dice, double aspect) {
    Scheme scheme = Scheme.of(dice);
    Noise noise = dice.noise();
    return switch (dice.below(5)) {
      case 0 -> drifts(dice, scheme, noise);
      case 1 -> fields(dice, scheme);
      case 2 -> bands(dice, scheme, noise);
      case 3 -> blots(dice, scheme, noise);
      default -> rings(dice, scheme, noise, aspect);
    };
  }

  private static Motif drifts(Dice dice, Scheme scheme, Noise noise) {
    double fine = dice.scale(0.8, 4);
    double strength = dice.between(0.2, 1.5);
    double slope = dice.between(-0.6, 0.6);
    return (x, y) ->
        scheme.at(0.5 + slope * (y - 0.5) + 0.9 * noise.warped(fine * x, fine * y, 4, strength));
  }

  private static Motif fields(Dice dice, Scheme scheme) {
    Cells cells = Cells.of(dice);
    double fine = dice.scale(2, 7);
    Noise edge = dice.noise();
    double rough = dice.between(0, 0.5);
    return (x, y) -> {
      double u = fine * x + rough * edge.fractal(4 * x, 4 * y, 3);
      double v = fine * y + rough * edge.fractal(4 * x + 9, 4 * y, 3);
      Cells.Hit hit = cells.at(u, v);
      Rgb flat = scheme.flat((int) (99 * cells.own(hit, 1)));
      double tone = 0.9 + 0.4 * (v - hit.y()) * (cells.own(hit, 2) - 0.5);
      return flat.times(tone);
    };
  }

  /** Ground, distance and sky, as in a landscape, or stripes. */
  private static Motif bands(Dice dice, Scheme scheme, Noise noise) {
    int count = dice.count(2, 9);
    double wave = dice.between(0, 0.25);
    double fine = dice.scale(0.7, 4);
    double lean = dice.chance(0.7) ? dice.between(-0.2, 0.2) : dice.between(-2, 2);
    double soft = dice.scale(0.02, 0.5);
    return (x, y) -> {
      double t = count * (y + lean * x + wave * noise.fractal(fine * x, 0.4 * fine * y, 4));
      int band = (int) Math.floor(t);
      double part = Ease.smooth(1 - soft, 1, t - band);
      return scheme.flat(band).mix(scheme.flat(band + 1), part);
    };
  }

  private static Motif blots(Dice dice, Scheme scheme, Noise noise) {
    double fine = dice.scale(1, 5);
    double soft = dice.scale(0.01, 0.3);
    int layers = dice.count(2, 5);
    return (x, y) -> {
      Rgb colour = scheme.at(0.2 + 0.6 * y);
      for (int k = 0; k < layers; k++) {
        double n = noise.fractal(fine * (x + 17 * k), fine * (y - 5 * k), 3);
        colour = colour.mix(scheme.flat(k), Ease.smooth(0.1, 0.1 + soft, n));
      }
      return colour;
    };
  }

  private static Motif rings(Dice dice, Scheme scheme, Noise noise, double aspect) {
    double midX = aspect * dice.between(0, 1);
    double midY = dice.between(0, 1);
    double fine = dice.scale(1, 10);
    double ripple = dice.between(0, 0.15);
    boolean hard = dice.chance(0.5);
    return (x, y) -> {
      double r = Math.hypot(x - midX, y - midY) + ripple * noise.fractal(3 * x, 3 * y, 3);
      int ring = (int) (fine * r);
      return hard
          ? scheme.flat(ring).times(0.85 + 0.3 * (fine * r - ring))
          : scheme.at(0.5 + 0.5 * Math.cos(fine * r * 2));
    };
  }
}
