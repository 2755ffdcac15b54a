package impasto.samples.training;

import impasto.samples.Ease;
import impasto.samples.Rgb;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;

/** Leaves or petals seen close, the far ones dark; each has two halves, a rib and veins. */
record Leaves(Graphics2D g, Dice dice) {
  void draw(double aspect) {
    double size = dice.scale(0.04, 0.35);
    int count = (int) Math.min(2200, 16 * aspect / (size * size));
    double slim = dice.scale(0.12, 0.55);
    double lie = dice.turn();
    double order = dice.scale(0.2, 3);
    Scheme scheme = dice.chance(0.75) ? Scheme.leafy(dice) : Scheme.of(dice);
    Scheme flowers = Scheme.of(dice);
    double veins = size > 0.1 && dice.chance(0.6) ? dice.between(0.1, 0.5) : 0;
    double flowery = dice.chance(0.5) ? 0 : dice.scale(0.01, 0.2);
    for (int i = 0; i < count; i++) {
      double front = i / (double) count;
      double x = aspect * dice.between(-0.05, 1.05);
      double y = dice.between(-0.05, 1.05);
      double wide = size * (0.5 + 0.6 * front) * dice.scale(0.7, 1.3);
      double tone = Ease.clamp(front * dice.between(0.4, 1) + 0.08 * dice.bell());
      boolean flower = front > 0.5 && dice.chance(flowery);
      Rgb colour = (flower ? flowers : scheme).at(tone);
      if (flower) {
        double start = dice.turn();
        for (int k = 0; k < 5; k++) {
          leaf(x, y, start + k * 2 * Math.PI / 5, 0.45 * wide, 0.5, flowers.at(tone + 0.3), 0);
        }
      } else {
        leaf(x, y, lie + order * dice.bell(), wide, slim * dice.between(0.7, 1.3), colour, veins);
      }
    }
  }

  private void leaf(
      double x, double y, double angle, double size, double slim, Rgb colour, double veins) {
    AffineTransform old = g.getTransform();
    g.translate(x, y);
    g.rotate(angle);
    g.scale(size, size);
    double bow = 0.12 * dice.bell();
    for (int side = -1; side <= 1; side += 2) {
      Path2D half = new Path2D.Double();
      half.moveTo(0, 0);
      half.curveTo(0.2, 1.1 * side * slim, 0.75, 0.8 * side * slim + bow, 1, bow);
      half.quadTo(0.5, 0.8 * bow, 0, 0);
      // The half that faces the light from above left.
      double facing = side * Math.sin(angle + 0.8);
      g.setColor(colour.times(1 - 0.32 * facing).awt());
      g.fill(half);
    }
    if (veins > 0) {
      g.setColor(colour.mix(Rgb.WHITE, 0.3).awt(veins));
      g.setStroke(new BasicStroke(0.025f));
      g.draw(new Line2D.Double(0, 0, 1, bow));
      g.setStroke(new BasicStroke(0.012f));
      for (double t = 0.15; t < 0.85; t += 0.12) {
        double reach = 0.75 * slim * Math.sin(Math.PI * Math.sqrt(t));
        g.draw(new Line2D.Double(t, t * bow, t + 0.15, t * bow + reach));
        g.draw(new Line2D.Double(t, t * bow, t + 0.15, t * bow - reach));
      }
    }
    g.setTransform(old);
  }
}
