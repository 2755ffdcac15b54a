package impasto.samples.training;

import impasto.samples.Ease;
import impasto.samples.Field;
import impasto.samples.Film;
import impasto.samples.Layer;
import impasto.samples.Noise;
import impasto.samples.Rgb;
import impasto.samples.Scene;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.QuadCurve2D;
import java.awt.image.BufferedImage;

/** A subject in many thin strokes: pen, pencil, chalk, crayon, fur; or in dots of ink. */
final class PenStrokes implements Scene {
  @Override
  public BufferedImage draw(int width, int height, long seed) {
    Dice dice = Dice.of(seed);
    Film subject = Subjects.any(dice, width, height);
    boolean coloured = dice.chance(0.55);
    boolean light = dice.chance(coloured ? 0.4 : 0.2);
    Scheme scheme = Scheme.of(dice);
    Rgb paper = light ? scheme.dark() : scheme.light().mix(Hue.of(0.95, 0.02, 85), 0.6);
    double wash = coloured ? dice.between(0, 0.9) : dice.between(-0.8, 0.4);
    Film ground = subject.map(c -> paper.mix(c, Math.max(0, wash)));
    BufferedImage strokes =
        Layer.draw(width, height, g -> new Hand(g, dice, subject, coloured, light, scheme).draw());
    Film drawn = Layer.over(ground, strokes);
    if (dice.chance(0.5)) {
      return drawn.toImage();
    }
    // Chalk stays on the heights of a rough paper.
    Noise tooth = dice.noise();
    double fine = dice.scale(60, 160) / height;
    double depth = dice.between(0.3, 1);
    return Film.expose(
            width,
            height,
            1,
            (x, y) -> {
              double hollow = Ease.smooth(0.0, 0.35, tooth.fractal(fine * x, fine * y, 2));
              int i = (int) x;
              int j = (int) y;
              return drawn.get(i, j).mix(ground.get(i, j), depth * hollow);
            })
        .toImage();
  }

  private record Hand(
      Graphics2D g, Dice dice, Film subject, boolean coloured, boolean light, Scheme scheme) {
    void draw() {
      double h = subject.height();
      double length = h / dice.scale(5, 60);
      double thick = Math.max(0.5, h / dice.scale(90, 420));
      double opacity = dice.between(0.35, 1);
      Field flow = Flow.of(dice, subject);
      double loose = dice.scale(0.05, 0.6);
      boolean crossed = dice.chance(0.4);
      boolean dots = dice.chance(0.15);
      Rgb ink = light ? scheme.light() : scheme.dark();
      int count =
          (int) Math.min(20000, dice.between(0.8, 3) * h * subject.width() / (length * thick));
      for (int i = 0; i < count; i++) {
        double x = subject.width() * dice.between(0, 1);
        double y = h * dice.between(0, 1);
        Rgb seen = subject.get((int) x, (int) y);
        double tone = Rgb.encoded(seen.luminance());
        double dark = light ? tone : 1 - tone;
        if (!coloured && !dice.chance(Math.pow(dark, 1.4))) {
          continue;
        }
        Rgb colour = coloured ? seen.saturate(1.3).times(Math.exp(0.25 * dice.bell())) : ink;
        g.setColor(colour.awt(opacity));
        if (dots) {
          double size = 1.3 * thick * (0.6 + dark);
          g.fill(new Ellipse2D.Double(x, y, size, size));
        } else {
          boolean over = crossed && dark > 0.45 && dice.chance(0.5);
          stroke(x, y, flow.angle(x, y) + loose * dice.bell() + (over ? 1.2 : 0), length, thick);
        }
      }
    }

    private void stroke(double x, double y, double angle, double length, double thick) {
      double reach = 0.5 * length * dice.between(0.5, 1.2);
      double dx = reach * Math.cos(angle);
      double dy = reach * Math.sin(angle);
      double bow = 0.15 * dice.bell();
      g.setStroke(
          new BasicStroke(
              (float) (thick * dice.between(0.6, 1.4)),
              BasicStroke.CAP_ROUND,
              BasicStroke.JOIN_ROUND));
      g.draw(new QuadCurve2D.Double(x - dx, y - dy, x - bow * dy, y + bow * dx, x + dx, y + dy));
    }
  }
}
