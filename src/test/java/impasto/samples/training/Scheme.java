package impasto.samples.training;

import impasto.samples.Ease;
import impasto.samples.Palette;
import impasto.samples.Rgb;
import java.util.ArrayList;
import java.util.List;

/**
 * The colours of one picture.
 *
 * @param tones a ramp from the darkest to the lightest
 * @param flats single colours, in no order
 */
record Scheme(Palette tones, Palette flats) {
  private static final int TONES = 6;
  private static final int FLATS = 7;

  /**
   * A kind of scheme: its range of lightness, how pure its colours are, and how many degrees its
   * two hues lie apart.
   */
  private record Mood(double dark, double light, double chroma, double apart) {}

  private static final Mood VIVID = new Mood(0.25, 0.90, 0.16, 110);
  private static final Mood NATURAL = new Mood(0.14, 0.92, 0.075, 60);
  private static final Mood LEAFY = new Mood(0.15, 0.85, 0.10, 30);
  private static final List<Mood> MOODS =
      List.of(
          new Mood(0.18, 0.86, 0.045, 70),
          VIVID,
          VIVID,
          new Mood(0.06, 0.55, 0.08, 60),
          new Mood(0.66, 0.97, 0.06, 120),
          new Mood(0.08, 0.95, 0.05, 12),
          new Mood(0.05, 0.97, 0.010, 5),
          new Mood(0.15, 0.92, 0.13, 180),
          new Mood(0.15, 0.92, 0.09, 180),
          NATURAL,
          NATURAL);

  static Scheme of(Dice dice) {
    return of(dice, dice.one(MOODS), Hue.any(dice));
  }

  /** The colours of leaves and grass: greens, now and then those of autumn. */
  static Scheme leafy(Dice dice) {
    return of(dice, LEAFY, dice.chance(0.75) ? dice.between(105, 150) : dice.between(35, 95));
  }

  /** The colours of wood, stone and earth. */
  static Scheme earthy(Dice dice) {
    return of(dice, dice.chance(0.7) ? NATURAL : MOODS.get(0), dice.between(30, 100));
  }

  Rgb at(double t) {
    return tones.at(t);
  }

  /** The flat colour of that number; they begin anew after the last. */
  Rgb flat(int number) {
    return flats.colours().get(Math.floorMod(number, FLATS));
  }

  Rgb any(Dice dice) {
    return flats.pick(dice.random());
  }

  Rgb dark() {
    return tones.at(0);
  }

  Rgb light() {
    return tones.at(1);
  }

  private static Scheme of(Dice dice, Mood mood, double hue) {
    double other = hue + (dice.chance(0.5) ? 1 : -1) * mood.apart * dice.between(0.7, 1.05);
    double pure = dice.scale(0.65, 1.3);
    List<Rgb> tones = new ArrayList<>();
    boolean swap = dice.chance(0.5);
    for (int k = 0; k < TONES; k++) {
      double t = k / (TONES - 1.0);
      double chroma = mood.chroma * pure * (0.35 + 0.65 * Math.sin(Math.PI * t));
      double lightness = Ease.mix(mood.dark, mood.light, t) + 0.02 * dice.bell();
      tones.add(blend(lightness, chroma, hue, other, swap ? 1 - t : t));
    }
    List<Rgb> flats = new ArrayList<>();
    for (int k = 0; k < FLATS; k++) {
      double t = (k + dice.between(0, 1)) / FLATS;
      double chroma = mood.chroma * pure * dice.between(0.35, 1.25);
      double side = (dice.chance(0.5) ? hue : other) + 0.15 * mood.apart * dice.bell();
      Rgb flat = Hue.of(Ease.mix(mood.dark, mood.light, t), chroma, side);
      flats.add(dice.below(flats.size() + 1), flat);
    }
    return new Scheme(new Palette(tones), new Palette(flats));
  }

  /** A colour between two hues; halfway between opposite ones lies grey. */
  private static Rgb blend(double lightness, double chroma, double hue, double other, double t) {
    double a = Ease.mix(cos(hue), cos(other), t);
    double b = Ease.mix(sin(hue), sin(other), t);
    return Hue.of(lightness, chroma * Math.hypot(a, b), Math.toDegrees(Math.atan2(b, a)));
  }

  private static double cos(double degrees) {
    return Math.cos(Math.toRadians(degrees));
  }

  private static double sin(double degrees) {
    return Math.sin(Math.toRadians(degrees));
  }
}
