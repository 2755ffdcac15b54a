package impasto.samples;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.QuadCurve2D;
import java.util.random.RandomGenerator;

/** Trees and grass of many small strokes. Colours run from the shade (0) to the light (1). */
public record Foliage(Graphics2D g, RandomGenerator random, Palette colours) {
  /** A spruce with its foot at (x, y), in pixels. */
  public void conifer(double x, double y, double tall) {
    stroke(tall * 0.012, colours.at(0));
    g.draw(new Line2D.Double(x, y, x, y - tall));
    double lean = 0.02 * tall * (random.nextDouble() - 0.5);
    int rows = 70;
    for (int row = 0; row < rows; row++) {
      double up = 0.06 + 0.94 * row / rows;
      double reach =
          0.19 * tall * Math.pow(1 - up, 0.8) * (0.75 + 0.25 * Math.sin(row * 1.9 + x))
              + 0.006 * tall;
      for (int k = 0; k < 14; k++) {
        double side = 2 * random.nextDouble() - 1;
        double length = reach * side * (0.55 + 0.55 * random.nextDouble());
        double fromX = x + lean * up;
        double fromY = y - tall * up + 0.012 * tall * random.nextGaussian();
        double drop = Math.abs(length) * (0.18 + 0.4 * random.nextDouble());
        double light = 0.25 + 0.35 * side + 0.3 * random.nextDouble();
        stroke(tall * (0.0022 + 0.004 * random.nextDouble()), colours.at(light));
        g.draw(
            new QuadCurve2D.Double(
                fromX,
                fromY,
                fromX + 0.6 * length,
                fromY + 0.1 * drop,
                fromX + length,
                fromY + drop));
      }
    }
  }

  /** The crown of a broad-leaved tree around (x, y): clumps of leaves lit from the upper left. */
  public void crown(double x, double y, double radius) {
    int clumps = 75;
    for (int i = 0; i < clumps; i++) {
      // From the dark heart of the tree to the clumps in front.
      double front = i / (double) clumps;
      double angle = 2 * Math.PI * random.nextDouble();
      double away = radius * 0.86 * Math.sqrt(random.nextDouble());
      double cx = x + away * Math.cos(angle) * (1 - 0.25 * Math.max(0, -Math.sin(angle)));
      double cy = y + 0.95 * away * Math.sin(angle);
      double size = radius * (0.10 + 0.17 * random.nextDouble());
      double facing = 0.42 - 0.30 * (cx - x + 1.2 * (cy - y)) / radius;
      clump(cx, cy, size, 0.15 * facing + 0.55 * front * facing);
    }
  }

  private void clump(double cx, double cy, double size, double light) {
    for (int leaf = 0; leaf < 110; leaf++) {
      double dx = 0.55 * size * random.nextGaussian();
      double dy = 0.42 * size * random.nextGaussian();
      double facing = (-0.6 * dx - dy) / size;
      double tone = light + 0.25 * facing + 0.12 * random.nextGaussian();
      double w = size * (0.05 + 0.07 * random.nextDouble());
      g.setColor(colours.at(tone).awt(0.92));
      g.fill(new Ellipse2D.Double(cx + dx - w, cy + dy - 0.6 * w, 2 * w, 1.2 * w));
    }
  }

  /** Blades of grass along a line of feet, up to {@code tall} pixels high. */
  public void grass(double fromX, double toX, double y, double tall, int blades) {
    for (int i = 0; i < blades; i++) {
      double x = Ease.mix(fromX, toX, random.nextDouble());
      double high = tall * (0.3 + 0.7 * random.nextDouble());
      double bow = 0.45 * tall * random.nextGaussian();
      stroke(tall * 0.03 + 0.4, colours.at(random.nextDouble() * random.nextDouble()));
      g.draw(new QuadCurve2D.Double(x, y, x + 0.2 * bow, y - 0.7 * high, x + bow, y - high));
    }
  }

  private void stroke(double thickness, Rgb colour) {
    g.setColor(colour.awt());
    g.setStroke(new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
  }
}
