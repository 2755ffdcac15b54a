package impasto.samples;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.SplittableRandom;

/**
 * A city on the far bank and a bridge to it, on a sheet of height 1.
 *
 * @param lamps true to draw only what shines, false for all the rest; the same seed gives both
 */
record Skyline(Graphics2D g, SplittableRandom random, double aspect, double bank, boolean lamps) {
  private static final Palette LIGHTS =
      Palette.of(0xFFC063, 0xFFD894, 0xFF9E45, 0xFFEAC0, 0xCFE2FF);

  void draw() {
    for (int row = 0; row < 4; row++) {
      double near = row / 3.0;
      double high = 0.36 - 0.075 * row;
      for (double x = -0.05; x < aspect; ) {
        double wide = 0.025 + 0.05 * random.nextDouble();
        double core = Math.exp(-Math.pow((x - 0.62 * aspect) / (0.30 * aspect), 2));
        double tall =
            high * (0.22 + 0.45 * random.nextDouble() + 0.55 * core * random.nextDouble());
        building(x, wide, tall, near);
        x += wide * (0.75 + 0.5 * random.nextDouble());
      }
    }
    quay();
    bridge(bank - 0.065, 0.15 * aspect, 0.58 * aspect, 0.27);
  }

  private void building(double x, double wide, double tall, double near) {
    Rgb top = Rgb.hex(0x4A4668).mix(Rgb.hex(0x141A2C), near);
    Rgb foot = Rgb.hex(0x8A6A78).mix(Rgb.hex(0x1C1D2C), near);
    double roof = bank - tall;
    if (lamps) {
      // What shines behind this building is hidden.
      g.setComposite(AlphaComposite.Clear);
      g.fill(new Rectangle2D.Double(x, roof, wide, tall));
      g.setComposite(AlphaComposite.SrcOver);
    } else {
      g.setPaint(new GradientPaint(0, (float) roof, top.awt(), 0, (float) bank, foot.awt()));
      g.fill(new Rectangle2D.Double(x, roof, wide, tall + 0.002));
      // The western wall still has light.
      g.setColor(Rgb.hex(0xE89A78).awt(0.22 * (1 - 0.5 * near)));
      g.fill(new Rectangle2D.Double(x, roof, wide * 0.28, tall));
    }
    if (random.nextInt(3) == 0) {
      double mast = 0.03 * random.nextDouble();
      line(top, 0.0022, x + wide / 2, roof, x + wide / 2, roof - mast);
      spot(Rgb.hex(0xFF4030), x + wide / 2, roof - mast, 0.0022);
    }
    double step = 0.0085;
    double busy = 0.03 + 0.24 * random.nextDouble() * random.nextDouble() + 0.05 * near;
    for (double y = roof + 0.008; y < bank - 0.008; y += step * 1.25) {
      for (double u = x + 0.005; u < x + wide - 0.006; u += step) {
        boolean lit = random.nextDouble() < busy * (0.5 + 0.5 * near);
        double strength = 0.12 + 0.6 * random.nextDouble();
        Rgb colour = LIGHTS.pick(random).times(strength);
        if (lamps && lit) {
          g.setColor(colour.awt());
          g.fill(new Rectangle2D.Double(u, y, step * 0.5, step * 0.62));
        }
      }
    }
  }

  private void quay() {
    if (!lamps) {
      g.setColor(Rgb.hex(0x10131C).awt());
      g.fill(new Rectangle2D.Double(0, bank - 0.012, aspect, 0.016));
    }
    for (double x = 0.01; x < aspect; x += 0.052) {
      spot(LIGHTS.at(0.3 * random.nextDouble()), x, bank - 0.020, 0.0034);
    }
  }

  private void bridge(double deck, double first, double second, double high) {
    Rgb iron = Rgb.hex(0x0E1220);
    double half = (second - first) / 2;
    for (double x = -0.3; x < aspect + 0.3; x += 0.0145) {
      double cable = cable(x, deck, first, half, high);
      line(iron, 0.0016, x, cable, x, deck);
      line(iron, 0.0050, x, cable, x + 0.0145, cable(x + 0.0145, deck, first, half, high));
    }
    for (double x : new double[] {first, second}) {
      tower(iron, x, deck, high);
    }
    if (!lamps) {
      g.setColor(iron.awt());
      g.fill(new Rectangle2D.Double(0, deck - 0.004, aspect, 0.017));
      g.setColor(Rgb.hex(0x8A5A58).awt(0.8));
      g.fill(new Rectangle2D.Double(0, deck - 0.005, aspect, 0.002));
    }
    for (double x = 0.012; x < aspect; x += 0.058) {
      line(iron, 0.0018, x, deck, x, deck - 0.024);
      spot(LIGHTS.at(0.15), x, deck - 0.025, 0.0042);
    }
    for (double x = random.nextDouble() * 0.1; x < aspect; x += 0.03 + 0.12 * random.nextDouble()) {
      boolean away = random.nextBoolean();
      spot(away ? Rgb.hex(0xFF3A22) : Rgb.hex(0xFFF2D0), x, deck - 0.007, 0.0026);
    }
    for (double x = first - half; x < second + half; x += 0.029) {
      spot(LIGHTS.at(0.7).times(0.6), x, cable(x, deck, first, half, high), 0.0020);
    }
  }

  /** The height of the cable: a parabola that repeats from tower to tower. */
  private static double cable(double x, double deck, double first, double half, double high) {
    double u = (x - first) / half;
    double part = u - 2 * Math.floor(u / 2) - 1;
    return deck - 0.012 - (high - 0.03) * part * part;
  }

  private void tower(Rgb iron, double x, double deck, double high) {
    for (double side : new double[] {-0.017, 0.017}) {
      Path2D leg = new Path2D.Double();
      leg.moveTo(x + side * 1.35 - 0.0075, bank + 0.006);
      leg.lineTo(x + side - 0.005, deck - high);
      leg.lineTo(x + side + 0.005, deck - high);
      leg.lineTo(x + side * 1.35 + 0.0075, bank + 0.006);
      leg.closePath();
      if (!lamps) {
        g.setPaint(
            new GradientPaint(
                (float) (x + side - 0.006),
                0,
                Rgb.hex(0x9A6258).awt(),
                (float) (x + side + 0.004),
                0,
                iron.awt()));
        g.fill(leg);
      }
    }
    for (double part : new double[] {0.98, 0.72, 0.42, 0.12}) {
      line(iron, 0.009, x - 0.019, deck - high * part, x + 0.019, deck - high * part);
    }
    spot(Rgb.hex(0xFF4030), x, deck - high - 0.008, 0.0030);
    if (!lamps) {
      g.setColor(Rgb.hex(0x0C0F18).awt());
      g.fill(new Rectangle2D.Double(x - 0.042, bank - 0.006, 0.084, 0.022));
    }
  }

  private void line(Rgb colour, double thick, double x0, double y0, double x1, double y1) {
    if (!lamps) {
      g.setColor(colour.awt());
      g.setStroke(new BasicStroke((float) thick));
      g.draw(new Line2D.Double(x0, y0, x1, y1));
    }
  }

  private void spot(Rgb colour, double x, double y, double radius) {
    if (lamps) {
      g.setColor(colour.awt());
      g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }
  }
}
