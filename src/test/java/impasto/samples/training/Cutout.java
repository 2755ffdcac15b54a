package impasto.samples.training;

import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Shapes of size 1 around the origin. */
record Cutout(Dice dice) {
  static final int KINDS = 6;

  Shape shape(int kind) {
    double turn = Math.toDegrees(dice.turn());
    return switch (kind) {
      case 0 -> new Ellipse2D.Double(-0.5, -0.5, 1, 1);
      case 1 -> new Rectangle2D.Double(-0.5, -0.5, 1, dice.scale(0.05, 1));
      case 2 -> new Arc2D.Double(-0.5, -0.5, 1, 1, turn, dice.between(60, 270), Arc2D.PIE);
      case 3 -> polygon(3 + dice.below(4), dice.between(0.4, 1));
      case 4 -> ring(turn);
      default -> leaf();
    };
  }

  private Path2D polygon(int corners, double regular) {
    Path2D path = new Path2D.Double();
    for (int k = 0; k < corners; k++) {
      double a = 2 * Math.PI * (k + (1 - regular) * dice.between(-0.5, 0.5)) / corners;
      double r = 0.5 * Math.sqrt(dice.between(regular * regular, 1));
      if (k == 0) {
        path.moveTo(r * Math.cos(a), r * Math.sin(a));
      } else {
        path.lineTo(r * Math.cos(a), r * Math.sin(a));
      }
    }
    path.closePath();
    return path;
  }

  /** A ring, or a part of one. */
  private Area ring(double turn) {
    double hole = dice.between(0.3, 0.9);
    double length = dice.chance(0.4) ? 360 : dice.between(60, 300);
    Area ring = new Area(new Arc2D.Double(-0.5, -0.5, 1, 1, turn, length, Arc2D.PIE));
    ring.subtract(new Area(new Ellipse2D.Double(-hole / 2, -hole / 2, hole, hole)));
    return ring;
  }

  /** A lobed shape as scissors cut it. */
  private Path2D leaf() {
    Path2D path = new Path2D.Double();
    double[] r = new double[12];
    for (int k = 0; k < r.length; k++) {
      r[k] = 0.5 * dice.between(k % 2 == 0 ? 0.6 : 0.15, 1);
    }
    path.moveTo(r[0], 0);
    for (int k = 0; k < r.length; k += 2) {
      double a = 2 * Math.PI * (k + 1) / r.length;
      double b = 2 * Math.PI * (k + 2) / r.length;
      double end = r[(k + 2) % r.length];
      path.quadTo(
          r[k + 1] * Math.cos(a), r[k + 1] * Math.sin(a), end * Math.cos(b), end * Math.sin(b));
    }
    path.closePath();
    return path;
  }
}
