package impasto.samples;

import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.random.RandomGenerator;

/** Windows and doors with their frames, sills and shadows; {@code shutters} may be null. */
record Window(Graphics2D g, RandomGenerator random, Rgb frame, Rgb shutters) {
  private static final Rgb LAMP = Rgb.hex(0xFFC870);

  void draw(double x, double y, double w, double h) {
    box(Rgb.BLACK, 0.22, x - 0.02, y - 0.30, w + 0.22, 0.22);
    box(frame, 0.9, x - 0.14, y + h, w + 0.28, 0.16);
    box(frame, 1, x - 0.07, y - 0.02, w + 0.14, h + 0.05);
    glass(x, y, w, h);
    double bar = 0.045;
    box(frame, 1, x + w / 2 - bar / 2, y, bar, h);
    for (double t : new double[] {0.36, 0.68}) {
      box(frame, 1, x, y + t * h, w, bar);
    }
    box(Rgb.BLACK, 0.4, x, y + h - 0.13, w, 0.13);
    box(Rgb.BLACK, 0.32, x, y, 0.10, h);
    box(frame, 1, x - 0.16, y - 0.12, w + 0.32, 0.12);
    if (shutters != null) {
      shutter(x - 0.16 - w * 0.48, y, w * 0.48, h);
      shutter(x + w + 0.14, y, w * 0.48, h);
    }
  }

  void door(double x, double y, double w, double h, Rgb paint) {
    box(frame, 1, x - 0.16, y - 0.3, w + 0.32, h + 0.46);
    box(paint, 1, x, y - 0.3, w, h * 0.8 + 0.3);
    glass(x, y + h * 0.82, w, h * 0.18);
    for (int i = 0; i < 4; i++) {
      double px = x + w * (i % 2 == 0 ? 0.1 : 0.56);
      double py = y + h * (i < 2 ? 0.06 : 0.42);
      box(Rgb.BLACK, 0.35, px, py, w * 0.34, h * 0.28);
      box(Rgb.WHITE, 0.10, px, py, w * 0.34, 0.04);
    }
    box(Rgb.BLACK, 0.4, x, y + h - 0.12, w, 0.12);
    box(Rgb.hex(0x8A8378), 1, x - 0.3, 0, w + 0.6, 0.2);
  }

  private void glass(double x, double y, double w, double h) {
    double sky = random.nextDouble();
    Rgb top = Rgb.hex(0x1A232B).mix(Rgb.hex(0x5F7C96), 0.5 * sky);
    Rgb bottom = Rgb.hex(0x2A343A).mix(Rgb.hex(0xA9BCC6), 0.6 * sky);
    if (random.nextInt(9) == 0) {
      top = LAMP.times(0.5);
      bottom = LAMP.times(0.85);
    }
    g.setPaint(
        new GradientPaint(
            (float) x, (float) (y + h), top.awt(), (float) (x + 0.3 * w), (float) y, bottom.awt()));
    g.fill(new Rectangle2D.Double(x, y, w, h));
    if (random.nextInt(3) == 0) {
      box(Rgb.WHITE, 0.45, x, y, w * 0.28, h);
      box(Rgb.WHITE, 0.45, x + w * 0.72, y, w * 0.28, h);
    }
  }

  private void shutter(double x, double y, double w, double h) {
    box(Rgb.BLACK, 0.3, x + 0.08, y - 0.08, w, h);
    box(shutters, 1, x, y, w, h);
    for (double t = 0.06; t < h; t += 0.12) {
      box(Rgb.BLACK, 0.28, x + 0.05, y + t, w - 0.1, 0.05);
    }
  }

  private void box(Rgb colour, double opacity, double x, double y, double w, double h) {
    g.setColor(colour.awt(opacity));
    g.fill(new Rectangle2D.Double(x, y, w, h));
  }
}
