package impasto.samples.training;

import impasto.samples.Burin;
import impasto.samples.Ease;
import impasto.samples.Film;
import impasto.samples.Noise;
import impasto.samples.Rgb;
import impasto.samples.Scene;
import java.awt.image.BufferedImage;

/** A subject in engraved lines that swell in the dark, one family of lines across the other. */
final class Etching implements Scene {
  /** A family of lines: its number at a place, and how dark it must be for it to begin. */
  private record Lines(Motion phase, double spacing, double start, double strength) {}

  /** The number of the line at a place, with its fraction. */
  private interface Motion {
    double at(double x, double y, double dark);
  }

  @Override
  public BufferedImage draw(int width, int height, long seed) {
    Dice dice = Dice.of(seed);
    Film subject = Subjects.any(dice, width, height);
    double spacing = Math.max(2.6, height / dice.scale(22, 95));
    Lines[] families = new Lines[1 + dice.below(4)];
    double turn = dice.turn();
    double cross = dice.between(0.4, Math.PI / 2);
    for (int k = 0; k < families.length; k++) {
      double own = spacing * dice.between(0.85, 1.2);
      Motion motion = motion(dice, turn + k * cross, own, height);
      families[k] = new Lines(motion, own, 0.9 * k / families.length, dice.between(0.8, 1.3));
    }
    Burin burin = new Burin(dice.noise());
    Noise fibre = dice.noise();
    boolean scratched = dice.chance(0.2);
    Scheme paints = Scheme.of(dice);
    Rgb light = paints.light().mix(Hue.of(0.95, 0.03, 85), 0.6);
    Rgb dark = paints.dark().times(0.5);
    double tint = dice.chance(0.5) ? dice.between(0.2, 0.9) : 0;
    double inks = dice.chance(0.3) ? dice.between(0.3, 1) : 0;
    double gain = dice.between(0.85, 1.25);
    return Film.expose(
            width,
            height,
            3,
            (x, y) -> {
              Rgb seen = subject.sample(x, y);
              double tone = Rgb.encoded(seen.luminance());
              double darkness = gain * (scratched ? tone : 1 - tone);
              double clear = 1;
              for (Lines lines : families) {
                double rest = (darkness - lines.start) / (1 - lines.start) * lines.strength;
                clear *= 1 - burin.ink(lines.phase.at(x, y, tone), lines.spacing, rest);
              }
              double h = height;
              double thread = fibre.fractal(60 * x / h, 45 * y / h, 3);
              Rgb paper = light.mix(seen.plus(light.times(0.25)), tint).times(1 + 0.06 * thread);
              Rgb ink = dark.mix(seen.times(0.45), inks);
              double cover = Ease.clamp((1 - clear) * (0.93 + 0.2 * thread));
              return scratched ? ink.mix(paper, cover) : paper.mix(ink, cover);
            })
        .toImage();
  }

  private static Motion motion(Dice dice, double turn, double spacing, double h) {
    double cos = Math.cos(turn) / spacing;
    double sin = Math.sin(turn) / spacing;
    Noise noise = dice.noise();
    double bend = dice.chance(0.5) ? dice.scale(0.3, 6) * h / spacing / 40 : 0;
    double fine = dice.scale(1, 3) / h;
    // Lines that rise over what is light, like slices through a relief.
    double relief = dice.chance(0.4) ? dice.between(-1, 1) * h / spacing / 20 : 0;
    if (dice.chance(0.15)) {
      double midX = h * dice.between(-0.2, 1.2);
      double midY = h * dice.between(-0.2, 1.2);
      return (x, y, tone) -> Math.hypot(x - midX, y - midY) / spacing + relief * tone;
    }
    return (x, y, tone) ->
        x * cos + y * sin + relief * tone + bend * noise.fractal(fine * x, fine * y, 2);
  }
}
