package impasto.samples;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.SplittableRandom;

/** What lines a canal in an old town, each drawn in metres. */
final class CanalParts {
  private CanalParts() {}

  /** A row of house fronts, {@code length} metres long and 20 high. */
  static Texture houses(double length, double scale, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return Texture.draw(
        length,
        20,
        scale,
        g -> {
          for (double x = 0; x < length; ) {
            double wide = 4.6 + 2.6 * random.nextDouble();
            new House(g, random, x, wide, 9.0 + 5.0 * random.nextDouble()).draw();
            x += wide;
          }
        });
  }

  /** A quay wall of large stones, wet and green at its foot, 2 metres high. */
  static Texture quay(double length, double scale, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return Texture.draw(
        length,
        2,
        scale,
        g -> {
          for (int row = 0; row < 5; row++) {
            for (double x = -random.nextDouble(); x < length; ) {
              double w = 0.5 + 0.7 * random.nextDouble();
              Rgb stone = Rgb.hex(0x85796A).times(0.6 + 0.6 * random.nextDouble());
              fill(g, stone, new Rectangle2D.Double(x, 0.4 * row, w, 0.4));
              fill(g, Rgb.hex(0x3A332C), new Rectangle2D.Double(x, 0.4 * row, 0.04, 0.4));
              x += w;
            }
            fill(g, Rgb.hex(0x3A332C), new Rectangle2D.Double(0, 0.4 * row, length, 0.04));
          }
          fill(g, Rgb.hex(0xB0A592), new Rectangle2D.Double(0, 1.78, length, 0.22));
          Color weed = Rgb.hex(0x1B2416).awt(0.92);
          g.setPaint(new GradientPaint(0, 0, weed, 0, 0.9f, Rgb.hex(0x2A3018).awt(0)));
          g.fill(new Rectangle2D.Double(0, 0, length, 0.9));
        });
  }

  /** A tree, 8 metres wide and 10 high. */
  static Texture tree(double scale, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Palette leaves =
        random.nextInt(3) == 0
            ? Palette.of(0x2A1C0C, 0x6A4314, 0xB57A22, 0xE8B84A)
            : Palette.of(0x101A0C, 0x2C4218, 0x5F7C2A, 0xB2B850);
    return Texture.draw(
        8,
        10,
        scale,
        g -> {
          fill(g, Rgb.hex(0x2E241B), new Rectangle2D.Double(3.85, 0, 0.3, 5));
          fill(g, Rgb.hex(0x6A5640), new Rectangle2D.Double(4.04, 0, 0.08, 4.5));
          // Leaves know no up: their light comes from where the sheet's top is.
          g.translate(0, 10);
          g.scale(1, -1);
          new Foliage(g, random, leaves).crown(4, 4.2, 3.6);
        });
  }

  /** A moored boat seen from the side, 8 metres long and 3 high. */
  static Texture boat(double scale, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Rgb hullPaint = Palette.of(0x1F3A52, 0x6E1F1C, 0x24402E, 0xD8D0BE, 0x2A2622).pick(random);
    return Texture.draw(
        8,
        3,
        scale,
        g -> {
          fill(g, Rgb.hex(0xE6DEC8), new Rectangle2D.Double(2.2, 0.8, 3.2, 1.15));
          fill(g, Rgb.hex(0x6A4A30), new Rectangle2D.Double(2.0, 1.9, 3.6, 0.14));
          for (int i = 0; i < 4; i++) {
            fill(g, Rgb.hex(0x22303A), new Rectangle2D.Double(2.4 + 0.74 * i, 1.25, 0.5, 0.42));
          }
          Path2D hull = new Path2D.Double();
          hull.moveTo(0.1, 1.25);
          hull.curveTo(2, 0.8, 5.5, 0.8, 7.9, 1.35);
          hull.curveTo(7.6, 0.6, 7.3, 0.2, 7.0, 0);
          hull.lineTo(0.7, 0);
          hull.curveTo(0.4, 0.3, 0.2, 0.8, 0.1, 1.25);
          g.setPaint(
              new GradientPaint(0, 1.2f, hullPaint.awt(), 0, 0, hullPaint.times(0.35).awt()));
          g.fill(hull);
          g.setColor(Rgb.hex(0xEDE6D2).awt(0.9));
          Path2D rail = new Path2D.Double();
          rail.moveTo(0.1, 1.25);
          rail.curveTo(2, 0.8, 5.5, 0.8, 7.9, 1.35);
          rail.lineTo(7.85, 1.22);
          rail.curveTo(5.5, 0.68, 2, 0.68, 0.12, 1.12);
          g.fill(rail);
        });
  }

  /** Fills a shape with a colour. */
  static void fill(Graphics2D g, Rgb colour, Shape shape) {
    g.setColor(colour.awt());
    g.fill(shape);
  }
}
