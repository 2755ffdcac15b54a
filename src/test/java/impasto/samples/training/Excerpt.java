package impasto.samples.training;

import impasto.samples.Film;
import impasto.samples.Gallery;
import impasto.samples.Rgb;
import impasto.samples.Scene;
import java.awt.image.BufferedImage;
import java.util.Set;

/**
 * A part of a sample picture that another seed drew, seen closer, turned a little and recoloured.
 */
final class Excerpt implements Scene {
  /** Scenes that take seconds; they are drawn small and enlarged. */
  private static final Set<String> SLOW =
      Set.of("canal", "canal-dots", "mountain-lake", "still-life");

  @Override
  public BufferedImage draw(int width, int height, long seed) {
    Dice dice = Dice.of(seed);
    Gallery.Sample sample = dice.one(Gallery.SAMPLES);
    double size = SLOW.contains(sample.name()) ? dice.scale(0.6, 0.9) : dice.scale(0.9, 1.5);
    int w = (int) Math.max(16, width * size * dice.between(1, 1.35));
    int h = (int) Math.max(16, height * size);
    Film whole = Film.of(sample.scene().draw(w, h, dice.seed()));
    // As much of it as fits after turning.
    double turn = dice.chance(0.6) ? 0 : 0.2 * dice.bell();
    double part =
        Math.min(whole.width() / (double) width, whole.height() / (double) height)
            * (1 - Math.min(0.5, Math.abs(turn)))
            * (dice.chance(0.3) ? 1 : dice.between(0.45, 1));
    double midX = middle(dice, whole.width(), width * part);
    double midY = middle(dice, whole.height(), height * part);
    double cos = part * Math.cos(turn);
    double sin = part * Math.sin(turn);
    Scheme scheme = Scheme.of(dice);
    double tint = dice.chance(0.5) ? dice.between(0.2, 0.9) : 0;
    int swap = dice.chance(0.6) ? 0 : dice.below(6);
    return Film.expose(
            width,
            height,
            1,
            (x, y) -> {
              double dx = x - width / 2.0;
              double dy = y - height / 2.0;
              Rgb c = whole.sample(midX + dx * cos - dy * sin, midY + dx * sin + dy * cos);
              return swapped(c, swap).mix(scheme.at(Rgb.encoded(c.luminance())), tint);
            })
        .toImage();
  }

  private static double middle(Dice dice, double whole, double seen) {
    return seen / 2 + dice.between(0, 1) * Math.max(0, whole - seen);
  }

  /** The colour with its three lights exchanged: blue seas become red ones. */
  private static Rgb swapped(Rgb c, int order) {
    return switch (order) {
      case 1 -> new Rgb(c.b(), c.g(), c.r());
      case 2 -> new Rgb(c.g(), c.r(), c.b());
      case 3 -> new Rgb(c.r(), c.b(), c.g());
      case 4 -> new Rgb(c.g(), c.b(), c.r());
      case 5 -> new Rgb(c.b(), c.r(), c.g());
      default -> c;
    };
  }
}
