package impasto.samples.training;

import impasto.samples.Ease;
import impasto.samples.Field;
import impasto.samples.Film;
import impasto.samples.Layer;
import impasto.samples.Rgb;
import impasto.samples.Scene;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * A subject in dots: of pure colours at random places, or of ink in the rows of a printer's screen.
 */
final class Dots implements Scene {
  @Override
  public BufferedImage draw(int width, int height, long seed) {
    Dice dice = Dice.of(seed);
    Film subject = Subjects.any(dice, width, height);
    return (dice.chance(0.3) ? screen(dice, subject) : scattered(dice, subject)).toImage();
  }

  private static Film scattered(Dice dice, Film subject) {
    Scheme scheme = Scheme.of(dice);
    Rgb canvas = dice.chance(0.5) ? scheme.light() : scheme.any(dice);
    double wash = dice.between(0, 1);
    Film ground = subject.map(c -> canvas.mix(c, wash));
    BufferedImage dots =
        Layer.draw(subject.width(), subject.height(), g -> scatter(g, dice, scheme, subject));
    return Layer.over(ground, dots);
  }

  private static void scatter(Graphics2D g, Dice dice, Scheme scheme, Film subject) {
    double size = Math.max(1.4, subject.height() / dice.scale(20, 130));
    double shape = dice.chance(0.6) ? 1 : dice.scale(0.25, 1);
    boolean square = dice.chance(0.2);
    double cover = dice.between(0.8, 2.2);
    double pure = dice.scale(1, 2.2);
    double vary = dice.between(0.05, 0.4);
    double foreign = dice.between(0, 0.35);
    Field flow = Flow.of(dice, subject);
    int count = (int) Math.min(22000, cover * subject.width() * subject.height() / size / size);
    AffineTransform sheet = g.getTransform();
    for (int i = 0; i < count; i++) {
      double x = subject.width() * dice.between(0, 1);
      double y = subject.height() * dice.between(0, 1);
      Rgb seen = subject.sample(x, y).saturate(pure).times(Math.exp(vary * dice.bell()));
      // A colour of the scheme, as light as the one seen.
      Rgb other = scheme.any(dice);
      Rgb matched = other.times(Math.min(4, seen.luminance() / (0.01 + other.luminance())));
      g.setColor((dice.chance(foreign) ? seen.mix(matched, 0.8) : seen).awt(0.95));
      double d = size * dice.between(0.7, 1.3);
      g.translate(x, y);
      g.rotate(shape < 1 || square ? flow.angle(x, y) : 0);
      g.fill(
          square
              ? new Rectangle2D.Double(-d / 2, -shape * d / 2, d, shape * d)
              : new Ellipse2D.Double(-d / 2, -shape * d / 2, d, shape * d));
      g.setTransform(sheet);
    }
  }

  /** Every ink has a screen at an angle of its own: its dots, or its lines, grow with the dark. */
  private static Film screen(Dice dice, Film subject) {
    double pitch = Math.max(2.5, subject.height() / dice.scale(25, 90));
    boolean lines = dice.chance(0.25);
    boolean grey = dice.chance(0.35);
    Rgb ink = Scheme.of(dice).dark();
    Rgb paper = Hue.of(dice.between(0.85, 0.98), 0.03, 85);
    double start = dice.turn();
    return Film.expose(
        subject.width(),
        subject.height(),
        3,
        (x, y) -> {
          Rgb c = subject.sample(x, y);
          if (grey) {
            double dark = 1 - Rgb.encoded(c.luminance());
            return paper.mix(ink, dot(x, y, start, pitch, lines, dark));
          }
          double cyan = dot(x, y, start, pitch, lines, 1 - Rgb.encoded(c.r()));
          double magenta = dot(x, y, start + 0.52, pitch, lines, 1 - Rgb.encoded(c.g()));
          double yellow = dot(x, y, start + 1.05, pitch, lines, 1 - Rgb.encoded(c.b()));
          return paper
              .times(Rgb.WHITE.mix(new Rgb(0.03, 0.45, 0.75), cyan))
              .times(Rgb.WHITE.mix(new Rgb(0.80, 0.03, 0.25), magenta))
              .times(Rgb.WHITE.mix(new Rgb(0.98, 0.80, 0.03), yellow));
        });
  }

  private static double dot(
      double x, double y, double turn, double pitch, boolean lines, double dark) {
    double u = (x * Math.cos(turn) + y * Math.sin(turn)) / pitch;
    double v = (y * Math.cos(turn) - x * Math.sin(turn)) / pitch;
    double a = u - Math.rint(u);
    double b = lines ? 0 : v - Math.rint(v);
    double reach = lines ? 0.5 * dark : 0.72 * Math.sqrt(dark);
    return Ease.smooth(reach + 0.08, reach - 0.08, Math.hypot(a, b));
  }
}
