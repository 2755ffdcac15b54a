package impasto.samples;

import java.awt.BasicStroke;
import java.awt.GradientPaint;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.SplittableRandom;

/** What closes the view along a canal, each drawn in metres. */
final class Landmarks {
  private Landmarks() {}

  /** A stone bridge with one arch, {@code wide} metres wide and 6 high. */
  static Texture bridge(double wide, double scale, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return Texture.draw(
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
              CanalParts.fill(g, block, new Rectangle2D.Double(x, y, w, 0.35));
              x += w;
            }
          }
          g.setClip(null);
          g.setStroke(new BasicStroke(0.35f));
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
    return Texture.draw(
        8,
        42,
        scale,
        g -> {
          CanalParts.fill(g, Rgb.hex(0xA98868), new Rectangle2D.Double(1, 0, 6, 26));
          CanalParts.fill(g, Rgb.hex(0x6A5444), new Rectangle2D.Double(1, 0, 1.8, 26));
          for (int i = 0; i < 260; i++) {
            Rgb tone = Rgb.hex(0xA98868).times(0.6 + 0.6 * random.nextDouble());
            g.setColor(tone.awt(0.35));
            g.fill(
                new Rectangle2D.Double(
                    1 + 5 * random.nextDouble(), 26 * random.nextDouble() * 0.97, 1, 0.4));
          }
          for (double y : new double[] {12, 19}) {
            CanalParts.fill(g, Rgb.hex(0x2A2420), new Rectangle2D.Double(3.2, y, 1.8, 3));
            CanalParts.fill(g, Rgb.hex(0x2A2420), new Ellipse2D.Double(3.2, y + 2.1, 1.8, 1.8));
            CanalParts.fill(g, Rgb.hex(0xD6C2A0), new Rectangle2D.Double(0.8, y - 1.4, 6.4, 0.4));
          }
          CanalParts.fill(g, Rgb.hex(0xD6C2A0), new Rectangle2D.Double(0.6, 25.6, 6.8, 0.7));
          Path2D spire = new Path2D.Double();
          spire.moveTo(0.8, 26.3);
          spire.quadTo(3.4, 30, 4, 42);
          spire.quadTo(4.6, 30, 7.2, 26.3);
          g.setPaint(
              new GradientPaint(2, 0, Rgb.hex(0x34504C).awt(), 6, 0, Rgb.hex(0x8FA898).awt()));
          g.fill(spire);
        });
  }
}
