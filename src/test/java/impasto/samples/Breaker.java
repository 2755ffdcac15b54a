package impasto.samples;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.SplittableRandom;

/**
 * A curling wave of a woodblock print, on a sheet of height 1: its back and its hollow are two
 * curves that meet in the tip, and the stripes are the curves between them.
 */
record Breaker(CubicCurve2D back, CubicCurve2D hollow, SplittableRandom random) {
  static final Rgb LINE = Rgb.hex(0x14233F);
  static final Rgb FOAM = Rgb.hex(0xF4EEDC);
  private static final Palette BLUES =
      Palette.of(0x1D3F73, 0x2B5C97, 0xF0E8D2, 0x1D3F73, 0x8DB2C4, 0x2B5C97);
  private static final int STRIPES = 19;

  /** A wave that starts at (x, y) on its left, {@code wide} to its trough and {@code high}. */
  static Breaker at(double x, double y, double wide, double high, SplittableRandom random) {
    double lean = 0.92 + 0.16 * random.nextDouble();
    double tipX = x + 0.78 * wide * lean;
    double tipY = y - 0.52 * high;
    CubicCurve2D back =
        new CubicCurve2D.Double(
            x - 0.75 * wide,
            y + 0.1 * high,
            x + 0.12 * wide,
            y - 0.25 * high,
            x + 0.30 * wide * lean,
            y - 1.72 * high,
            tipX,
            tipY);
    CubicCurve2D hollow =
        new CubicCurve2D.Double(
            x + 1.25 * wide,
            y + 0.14 * high,
            x + 0.22 * wide,
            y + 0.20 * high,
            x + 0.20 * wide,
            y - 1.05 * high,
            tipX,
            tipY);
    return new Breaker(back, hollow, random);
  }

  void draw(Graphics2D g) {
    int shift = random.nextInt(3);
    for (int k = 0; k < STRIPES; k++) {
      // Stripes are narrow in the hollow and broad on the back.
      double from = Math.pow(k / (double) STRIPES, 1.25);
      double to = Math.pow((k + 1) / (double) STRIPES, 1.25);
      Path2D band = band(from, to);
      g.setColor(BLUES.colours().get((k + shift) % BLUES.colours().size()).awt());
      g.fill(band);
      stroke(g, 0.0032);
      g.draw(band);
    }
    stroke(g, 0.0075);
    g.draw(back);
    g.draw(hollow);
    foam().draw(g);
  }

  private Foam foam() {
    Foam foam = Foam.none(random);
    double scale = back.getP1().distance(back.getP2());
    for (double t = 0.50; t <= 1; t += 0.034) {
      Point2D p = at(back, t);
      Point2D q = at(back, t + 0.01);
      double ahead = Math.atan2(q.getY() - p.getY(), q.getX() - p.getX());
      double size = scale * (0.045 + 0.065 * Ease.smooth(0.5, 0.9, t));
      foam.claw(p.getX(), p.getY(), ahead + 0.5 * random.nextDouble(), size, 2);
      if (t > 0.62 && random.nextInt(3) > 0) {
        foam.claw(p.getX(), p.getY(), ahead - 0.9, 0.7 * size, 1);
      }
    }
    for (double t = 0.66; t <= 1; t += 0.040) {
      Point2D p = at(hollow, t);
      double size = scale * (0.04 + 0.065 * Ease.smooth(0.66, 1, t));
      foam.claw(p.getX(), p.getY(), 1.45 + 0.5 * random.nextDouble(), size, 2);
    }
    Point2D tip = back.getP2();
    for (int i = 0; i < 46; i++) {
      double away = scale * (0.05 + 0.34 * random.nextDouble());
      double angle = -1.0 + 2.6 * random.nextDouble();
      foam.drop(
          tip.getX() + away * Math.cos(angle),
          tip.getY() + 0.75 * away * Math.sin(angle),
          scale * (0.002 + 0.0045 * random.nextDouble()));
    }
    return foam;
  }

  /** The area between two of the curves; 0 is the hollow, 1 the back. */
  private Path2D band(double from, double to) {
    Path2D path = new Path2D.Double();
    int steps = 60;
    for (int i = 0; i <= steps; i++) {
      Point2D p = between(i / (double) steps, from);
      if (i == 0) {
        path.moveTo(p.getX(), p.getY());
      } else {
        path.lineTo(p.getX(), p.getY());
      }
    }
    for (int i = steps; i >= 0; i--) {
      Point2D p = between(i / (double) steps, to);
      path.lineTo(p.getX(), p.getY());
    }
    path.closePath();
    return path;
  }

  private Point2D between(double t, double part) {
    Point2D a = at(hollow, t);
    Point2D b = at(back, t);
    return new Point2D.Double(
        Ease.mix(a.getX(), b.getX(), part), Ease.mix(a.getY(), b.getY(), part));
  }

  private static Point2D at(CubicCurve2D c, double t) {
    double s = 1 - t;
    double a = s * s * s;
    double b = 3 * s * s * t;
    double d = 3 * s * t * t;
    double e = t * t * t;
    return new Point2D.Double(
        a * c.getX1() + b * c.getCtrlX1() + d * c.getCtrlX2() + e * c.getX2(),
        a * c.getY1() + b * c.getCtrlY1() + d * c.getCtrlY2() + e * c.getY2());
  }

  private static void stroke(Graphics2D g, double thickness) {
    g.setColor(LINE.awt());
    g.setStroke(new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
  }
}
