package impasto.samples;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** The boards that a canal in an old town is built of, each drawn in metres. */
final class CanalParts {
  private CanalParts() {}

  /** A row of house fronts, {@code length} metres long and 20 high. */
  static Texture houses(double length, double scale, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return sheet(
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
    return sheet(
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
    return sheet(
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
    return sheet(
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
          g.setPaint(new GradientPaint(0, 1.2f, hullPaint.awt(), 0, 0, hullPaint.times(0.35).awt()));
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

  /** A stone bridge with one arch, {@code wide} metres wide and 6 high. */
  static Texture bridge(double wide, double scale, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return sheet(
        wide,
        6,
        scale,
        g -> {
          Path2D body = new Path2D.Double();
          body.moveTo(0, -0.1);
          body.lineTo(0, 3.4);
          body.quadTo(wide / 2, 6.4, wide, 3.4);
          body.lineTo(wide, -0.1);
          Area stone = new Area(body);
          double r = wide * 0.34;
          stone.subtract(new Area(new Ellipse2D.Double(wide / 2 - r, -3.1, 2 * r, 6.4)));
          g.setClip(stone);
          for (double y = 0; y < 6; y += 0.35) {
            for (double x = -random.nextDouble(); x < wide; ) {
              double w = 0.5 + 0.5 * random.nextDouble();
              Rgb block = Rgb.hex(0x93795E).times(0.65 + 0.5 * random.nextDouble());
              fill(g, block, new Rectangle2D.Double(x, y, w, 0.35));
              x += w;
            }
          }
          g.setClip(null);
          g.setStroke(new java.awt.BasicStroke(0.35f));
          g.setColor(Rgb.hex(0xC9B492).awt());
          g.draw(new Arc2D.Double(wide / 2 - r, -3.1, 2 * r, 6.4, 0, 360, Arc2D.OPEN));
          Path2D top = new Path2D.Double();
          top.moveTo(0, 3.4);
          top.quadTo(wide / 2, 6.4, wide, 3.4);
          g.draw(top);
        });
  }

  /** A church tower with a spire, 8 metres wide and 42 high. */
  static Texture tower(double scale, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return sheet(
        8,
        42,
        scale,
        g -> {
          fill(g, Rgb.hex(0xA98868), new Rectangle2D.Double(1, 0, 6, 26));
          fill(g, Rgb.hex(0x6A5444), new Rectangle2D.Double(1, 0, 1.8, 26));
          for (int i = 0; i < 260; i++) {
            Rgb tone = Rgb.hex(0xA98868).times(0.6 + 0.6 * random.nextDouble());
            g.setColor(tone.awt(0.35));
            g.fill(new Rectangle2D.Double(1 + 5 * random.nextDouble(), 26 * random.nextDouble() * 0.97, 1, 0.4));
          }
          for (double y : new double[] {12, 19}) {
            fill(g, Rgb.hex(0x2A2420), new Rectangle2D.Double(3.2, y, 1.8, 3));
            fill(g, Rgb.hex(0x2A2420), new Ellipse2D.Double(3.2, y + 2.1, 1.8, 1.8));
            fill(g, Rgb.hex(0xD6C2A0), new Rectangle2D.Double(0.8, y - 1.4, 6.4, 0.4));
          }
          fill(g, Rgb.hex(0xD6C2A0), new Rectangle2D.Double(0.6, 25.6, 6.8, 0.7));
          Path2D spire = new Path2D.Double();
          spire.moveTo(0.8, 26.3);
          spire.quadTo(3.4, 30, 4, 42);
          spire.quadTo(4.6, 30, 7.2, 26.3);
          g.setPaint(new GradientPaint(2, 0, Rgb.hex(0x34504C).awt(), 6, 0, Rgb.hex(0x8FA898).awt()));
          g.fill(spire);
        });
  }

  private static Texture sheet(double wide, double high, double scale, Consumer<Graphics2D> drawing) {
    int h = (int) Math.round(high * scale);
    return Texture.of(
        Layer.draw(
            (int) Math.round(wide * scale),
            h,
            g -> {
              g.translate(0, h);
              g.scale(scale, -scale);
              drawing.accept(g);
            }));
  }

  private static void fill(Graphics2D g, Rgb colour, java.awt.Shape shape) {
    g.setColor(colour.awt());
    g.fill(shape);
  }
}
