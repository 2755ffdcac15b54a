package impasto.samples.training;

import impasto.samples.Ease;
import impasto.samples.Noise;
import impasto.samples.Rgb;
import java.util.ArrayList;
import java.util.List;

/** Patterns that repeat, one repeat to a unit: plaids, stripes, checks, spots, ornaments. */
final class Pattern {
  private Pattern() {}

  static Motif any(Dice dice, Scheme scheme) {
    return switch (dice.below(7)) {
      case 0 -> plaid(dice, scheme);
      case 1 -> stripes(dice, scheme);
      case 2 -> checks(dice, scheme);
      case 3 -> spots(dice, scheme);
      case 4 -> zigzag(dice, scheme);
      default -> ornament(dice, scheme);
    };
  }

  /** The colours of threads across a repeat: bands of uneven width. */
  private static List<Rgb> sett(Dice dice, Scheme scheme) {
    List<Rgb> threads = new ArrayList<>();
    int bands = dice.count(2, 9);
    int colours = 2 + dice.below(3);
    for (int band = 0; band < bands; band++) {
      Rgb colour = scheme.flat(band % colours);
      int wide = dice.count(1, 12);
      for (int k = 0; k < wide; k++) {
        threads.add(colour);
      }
    }
    return threads;
  }

  private static Rgb thread(List<Rgb> sett, double t) {
    double part = t - Math.floor(t);
    return sett.get((int) (part * sett.size()));
  }

  private static Motif plaid(Dice dice, Scheme scheme) {
    List<Rgb> warp = sett(dice, scheme);
    List<Rgb> weft = dice.chance(0.6) ? warp : sett(dice, scheme);
    return (x, y) -> thread(warp, x).mix(thread(weft, y), 0.5);
  }

  private static Motif stripes(Dice dice, Scheme scheme) {
    List<Rgb> sett = sett(dice, scheme);
    return (x, y) -> thread(sett, x);
  }

  private static Motif checks(Dice dice, Scheme scheme) {
    double lean = dice.chance(0.5) ? 0 : dice.between(0.3, 1);
    int colours = 2 + dice.below(3);
    return (x, y) -> {
      int i = (int) Math.floor(2 * x + lean * y);
      int j = (int) Math.floor(2 * y - lean * x);
      return scheme.flat(Math.floorMod(i + (colours - 1) * j, colours));
    };
  }

  private static Motif spots(Dice dice, Scheme scheme) {
    Rgb ground = scheme.flat(0);
    Rgb spot = scheme.flat(1);
    Rgb ring = scheme.flat(2);
    double size = dice.between(0.1, 0.5);
    double inner = size * dice.between(0.2, 1);
    double shift = dice.chance(0.6) ? 0.5 : 0;
    double square = dice.one(List.of(2.0, 2.0, 1.0, 6.0));
    return (x, y) -> {
      double row = Math.floor(y);
      double u = x + shift * row - Math.floor(x + shift * row) - 0.5;
      double v = y - row - 0.5;
      double r =
          Math.pow(Math.pow(Math.abs(u), square) + Math.pow(Math.abs(v), square), 1 / square);
      return r < inner ? spot : r < size ? ring : ground;
    };
  }

  private static Motif zigzag(Dice dice, Scheme scheme) {
    List<Rgb> sett = sett(dice, scheme);
    double steep = dice.scale(0.3, 2);
    boolean round = dice.chance(0.4);
    return (x, y) -> {
      double t = x - Math.floor(x);
      double wave = round ? 0.25 * Math.cos(2 * Math.PI * t) : Math.abs(t - 0.5);
      return thread(sett, y + steep * wave);
    };
  }

  /**
   * A kaleidoscope: noise in one corner of a square or a six-sided cell, mirrored into the rest.
   */
  private static Motif ornament(Dice dice, Scheme scheme) {
    Noise noise = dice.noise();
    double fine = dice.scale(1.2, 5);
    int mirrors = dice.one(List.of(2, 4, 6, 8));
    int steps = dice.count(2, 5);
    double outline = dice.chance(0.5) ? dice.between(0.02, 0.08) : 0;
    double shift = dice.chance(0.4) ? 0.5 : 0;
    return (x, y) -> {
      double row = Math.floor(y);
      double u = x + shift * row - Math.floor(x + shift * row) - 0.5;
      double v = y - row - 0.5;
      double r = Math.hypot(u, v);
      double sector = 2 * Math.PI / mirrors;
      double a = Math.atan2(v, u) / sector;
      double folded = Math.abs(a - Math.rint(a)) * sector;
      double n = noise.fractal(fine * r * Math.cos(folded) + 3, fine * r * Math.sin(folded), 2);
      double t = steps * 1.7 * (n + 0.5 + 0.5 * r);
      int band = (int) Math.floor(t);
      Rgb colour = scheme.flat(band);
      double edge = Math.min(t - band, band + 1 - t);
      return outline == 0 ? colour : scheme.dark().mix(colour, Ease.smooth(0, 2 * outline, edge));
    };
  }
}
