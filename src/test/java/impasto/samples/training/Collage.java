package impasto.samples.training;

import impasto.samples.Rgb;
import java.awt.BasicStroke;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/**
 * Coloured shapes on a sheet of height 1, and what all of them have in common.
 *
 * @param line how thick outlines are; 0 for none
 * @param shade how far every shape runs from light to dark, as the planes of the cubists do
 * @param hatched how many of them are hatched
 * @param family the kind of shape most of them have
 */
record Collage(
    Graphics2D g,
    Dice dice,
    Scheme scheme,
    double aspect,
    double line,
    Rgb ink,
    double shade,
    double shadow,
    double opacity,
    double hatched,
    int family) {
  static Collage of(Graphics2D g, Dice dice, Scheme scheme, double aspect) {
    return new Collage(
        g,
        dice,
        scheme,
        aspect,
        dice.chance(0.55) ? dice.scale(0.003, 0.03) : 0,
        dice.chance(0.8) ? scheme.dark().times(0.4) : scheme.light(),
        dice.chance(0.5) ? dice.between(0, 0.8) : 0,
        dice.chance(0.3) ? dice.between(0.1, 0.5) : 0,
        dice.chance(0.7) ? 1 : dice.between(0.4, 0.9),
        dice.chance(0.4) ? dice.between(0.1, 0.7) : 0,
        dice.below(8));
  }

  void draw() {
    place(new Rectangle2D.Double(-0.1, -0.1, aspect + 0.2, 1.2));
    if (dice.chance(0.2)) {
      split(0, 0, aspect, 1, 3 + dice.below(5));
    } else {
      pile();
    }
  }

  /** Shapes of falling size, one over the other, until little of the sheet is left bare. */
  private void pile() {
    double large = dice.scale(0.15, 1.1);
    double fall = dice.between(0, 0.45);
    double bare = aspect * dice.scale(0.8, 4);
    double lie = dice.chance(0.4) ? 0.1 : 3;
    double square = dice.turn();
    for (int i = 0; i < 400 && bare > 0; i++) {
      double size = Math.max(0.03, large * Math.pow(1 + i, -fall)) * dice.between(0.5, 1.2);
      bare -= 0.4 * size * size;
      AffineTransform place = new AffineTransform();
      place.translate(aspect * dice.between(-0.05, 1.05), dice.between(-0.05, 1.05));
      place.rotate(square + lie * dice.bell());
      place.scale(size, size * dice.between(0.5, 1));
      int kind = family < Cutout.KINDS && dice.chance(0.8) ? family : dice.below(Cutout.KINDS);
      place(place.createTransformedShape(new Cutout(dice).shape(kind)));
    }
  }

  /** Halves a field again and again, upright or level, and fills the parts. */
  private void split(double x, double y, double w, double h, int depth) {
    if (depth == 0 || (depth < 3 && dice.chance(0.15))) {
      place(new Rectangle2D.Double(x, y, w, h));
      if (dice.chance(0.3)) {
        double s = dice.between(0.4, 0.9) * Math.min(w, h);
        place(new Ellipse2D.Double(x + (w - s) / 2, y + (h - s) / 2, s, s));
      }
      return;
    }
    double part = dice.between(0.25, 0.75);
    if (w * dice.between(0.5, 1.5) > h) {
      split(x, y, part * w, h, depth - 1);
      split(x + part * w, y, (1 - part) * w, h, depth - 1);
    } else {
      split(x, y, w, part * h, depth - 1);
      split(x, y + part * h, w, (1 - part) * h, depth - 1);
    }
  }

  private void place(Shape shape) {
    if (shadow > 0) {
      g.translate(0.012, 0.014);
      g.setColor(Rgb.BLACK.awt(shadow));
      g.fill(shape);
      g.translate(-0.012, -0.014);
    }
    Rgb colour = scheme.any(dice);
    Rectangle2D box = shape.getBounds2D();
    boolean right = dice.chance(0.5);
    g.setPaint(
        new GradientPaint(
            (float) (right ? box.getMaxX() : box.getMinX()),
            (float) box.getMinY(),
            colour.times(1 + shade).awt(opacity),
            (float) box.getCenterX(),
            (float) box.getMaxY() + 1e-4f,
            colour.times(1 - 0.9 * shade).awt(opacity)));
    g.fill(shape);
    if (dice.chance(hatched)) {
      hatch(shape, box);
    }
    if (line > 0) {
      g.setColor(ink.awt());
      g.setStroke(new BasicStroke((float) line, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      g.draw(shape);
    }
  }

  /** Stripes across a shape, as a knife cuts them into a wood block. */
  private void hatch(Shape shape, Rectangle2D box) {
    Shape clip = g.getClip();
    AffineTransform sheet = g.getTransform();
    g.clip(shape);
    g.translate(box.getCenterX(), box.getCenterY());
    g.rotate(dice.turn());
    double reach = 0.5 * Math.hypot(box.getWidth(), box.getHeight());
    double step = Math.max(0.012, reach / dice.scale(3, 25));
    g.setStroke(new BasicStroke((float) (step * dice.between(0.15, 0.6))));
    g.setColor((dice.chance(0.6) ? ink : scheme.any(dice)).awt());
    for (double x = -reach; x < reach; x += step) {
      g.draw(new Line2D.Double(x, -reach, x, reach));
    }
    g.setTransform(sheet);
    g.setClip(clip);
  }
}
