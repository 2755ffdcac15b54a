package impasto.samples;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** White foam with one outline around it: hooked claws, and drops. */
record Foam(RandomGenerator random, List<Shape> shapes) {
  static Foam none(RandomGenerator random) {
    return new Foam(random, new ArrayList<>());
  }

  /** A hook that starts at (x, y) towards {@code angle} and bends down, with smaller ones on it. */
  void claw(double x, double y, double angle, double size, int depth) {
    double bend = 0.55 + 0.5 * random.nextDouble();
    double midX = x + 0.62 * size * Math.cos(angle);
    double midY = y + 0.62 * size * Math.sin(angle);
    double tipX = midX + 0.62 * size * Math.cos(angle + bend);
    double tipY = midY + 0.62 * size * Math.sin(angle + bend);
    double nx = -0.24 * size * Math.sin(angle);
    double ny = 0.24 * size * Math.cos(angle);
    Path2D hook = new Path2D.Double();
    hook.moveTo(x - nx, y - ny);
    hook.quadTo(midX - 1.1 * nx, midY - 1.1 * ny, tipX, tipY);
    hook.quadTo(midX + 0.1 * nx, midY + 0.1 * ny, x + nx, y + ny);
    hook.closePath();
    drop(x, y, 0.33 * size);
    for (int i = 0; depth > 0 && i < 3; i++) {
      double part = 0.35 + 0.3 * i;
      claw(
          Ease.mix(x, tipX, part),
          Ease.mix(y, tipY, part),
          angle + (i - 0.6) * 0.75 + 0.3 * random.nextDouble(),
          0.55 * size,
          depth - 1);
    }
    shapes.add(hook);
  }

  void drop(double x, double y, double radius) {
    shapes.add(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  void draw(Graphics2D g) {
    // One bold outline around all of it, a fine one around each claw.
    outline(g, Breaker.LINE, 0.0085);
    shapes.forEach(g::draw);
    for (Shape shape : shapes) {
      outline(g, Rgb.hex(0x3F6C94), 0.0030);
      g.draw(shape);
      g.setColor(Breaker.FOAM.awt());
      g.fill(shape);
    }
  }

  private static void outline(Graphics2D g, Rgb colour, double thickness) {
    g.setColor(colour.awt());
    g.setStroke(new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
  }
}
