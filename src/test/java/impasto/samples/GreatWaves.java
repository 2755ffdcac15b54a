package impasto.samples;

import java.awt.BasicStroke;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/**
 * A colour woodblock print: curling waves in bold outlines and flat blues before a far mountain.
 */
final class GreatWaves implements Scene {
  private static final Rgb PAPER = Rgb.hex(0xEFE3C8);

  @Override
  public BufferedImage draw(int width, int height, long seed) {
    int w = 3 * width;
    int h = 3 * height;
    Film flat = Film.of(Layer.draw(w, h, g -> print(g, w, h, seed)));
    Noise noise = new Noise(seed).other(4);
    Film film =
        Film.expose(
            w,
            h,
            1,
            (x, y) -> {
              // The grain of the block and the fibres of the paper show through the colour.
              double ring = noise.warped(0.7 * x / h, 5 * y / h, 3, 0.6);
              double grain = 0.5 + 0.5 * Math.sin(60 * ring + 24 * y / h);
              double fibre = noise.fractal(130 * x / h, 70 * y / h, 3);
              double mottle = noise.fractal(16 * x / h, 16 * y / h, 3);
              double thin = 0.05 + 0.09 * grain + 0.09 * fibre + 0.10 * mottle;
              Rgb colour = flat.get((int) x, (int) y);
              return colour.mix(PAPER, Ease.clamp(thin)).times(1 + 0.05 * fibre);
            });
    Film small = Film.expose(width, height, 3, (x, y) -> film.get((int) (3 * x), (int) (3 * y)));
    return Darkroom.finish(small, 0.10, 0.0, seed).toImage();
  }

  private static void print(Graphics2D g, int w, int h, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double aspect = (double) w / h;
    g.scale(h, h);
    sky(g, aspect, random);
    mountain(g, aspect * (0.60 + 0.1 * random.nextDouble()), 0.66, 0.30, 0.20);
    swell(g, aspect, 0.67, 0.024, 5, random);
    Breaker.at(aspect * 0.70, 0.86, 0.34, 0.26, random).draw(g);
    swell(g, aspect, 0.81, 0.030, 4, random);
    Breaker.at(aspect * (-0.02 + 0.05 * random.nextDouble()), 0.95, 0.70, 0.76, random).draw(g);
    Breaker.at(aspect * 0.60, 1.06, 0.42, 0.30, random).draw(g);
    swell(g, aspect, 0.93, 0.036, 4, random);
  }

  private static void sky(Graphics2D g, double aspect, SplittableRandom random) {
    g.setColor(PAPER.awt());
    g.fill(new Rectangle2D.Double(0, 0, aspect, 1));
    shade(g, 0, 0.34, Rgb.hex(0x5F88A4), Rgb.hex(0xE9DDBF), aspect);
    shade(g, 0.34, 0.42, Rgb.hex(0xE9DDBF), Rgb.hex(0xE6B48C), aspect);
    double x = aspect * (0.72 + 0.12 * random.nextDouble());
    g.setColor(Rgb.hex(0xC8452F).awt());
    g.fill(new Ellipse2D.Double(x - 0.085, 0.12, 0.17, 0.17));
    g.setColor(Rgb.hex(0xF6EEDC).awt());
    for (int i = 0; i < 5; i++) {
      cloud(g, aspect * random.nextDouble(), 0.10 + 0.34 * random.nextDouble(), random);
    }
  }

  /** Colour wiped from dark to light on the block, as printers do for a sky. */
  private static void shade(
      Graphics2D g, double y, double tall, Rgb top, Rgb bottom, double aspect) {
    g.setPaint(new GradientPaint(0, (float) y, top.awt(), 0, (float) (y + tall), bottom.awt()));
    g.fill(new Rectangle2D.Double(0, y, aspect, tall));
  }

  private static void cloud(Graphics2D g, double x, double y, SplittableRandom random) {
    for (int i = 0; i < 4; i++) {
      double wide = 0.12 + 0.24 * random.nextDouble();
      double left = x - wide / 2 + 0.10 * (random.nextDouble() - 0.5);
      g.setColor(Rgb.hex(0xF6EEDC).awt());
      g.fill(new RoundRectangle2D.Double(left, y + 0.017 * i, wide, 0.019, 0.019, 0.019));
    }
  }

  private static void mountain(Graphics2D g, double x, double foot, double half, double high) {
    Path2D slope = new Path2D.Double();
    slope.moveTo(x - half, foot + 0.02);
    slope.curveTo(
        x - 0.45 * half,
        foot - 0.30 * high,
        x - 0.2 * half,
        foot - 0.8 * high,
        x - 0.07 * half,
        foot - high);
    slope.lineTo(x + 0.08 * half, foot - 0.985 * high);
    slope.curveTo(
        x + 0.2 * half,
        foot - 0.8 * high,
        x + 0.45 * half,
        foot - 0.30 * high,
        x + half,
        foot + 0.02);
    slope.closePath();
    g.setPaint(
        new GradientPaint(
            0,
            (float) (foot - high),
            Rgb.hex(0x27406A).awt(),
            0,
            (float) foot,
            Rgb.hex(0x8FA4A8).awt()));
    g.fill(slope);
    Area snow = new Area(slope);
    Path2D cap = new Path2D.Double();
    cap.moveTo(x - half, foot - 2 * high);
    for (int i = 0; i <= 14; i++) {
      double px = x + half * (i / 7.0 - 1) * 0.5;
      cap.lineTo(px, foot - high * (i % 2 == 0 ? 0.72 : 0.50));
    }
    cap.lineTo(x + half, foot - 2 * high);
    cap.closePath();
    snow.intersect(new Area(cap));
    g.setColor(Breaker.FOAM.awt());
    g.fill(snow);
    g.setColor(Breaker.LINE.awt());
    g.setStroke(new BasicStroke(0.004f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(slope);
  }

  /** Rows of low waves, one stripe before the other. */
  private static void swell(
      Graphics2D g, double aspect, double y, double high, int rows, SplittableRandom random) {
    Palette blues = Palette.of(0x2B5C97, 0x8DB2C4, 0x1D3F73, 0x1D3F73, 0xE9E2CC);
    int start = random.nextInt(5);
    double shift = 6 * random.nextDouble();
    for (int row = 0; row < rows; row++) {
      Path2D wave = new Path2D.Double();
      wave.moveTo(-0.1, 1.1);
      for (double x = -0.1; x < aspect + 0.1; x += 0.01) {
        double roll = Math.sin(4.3 * x + shift + 0.5 * row) + 0.45 * Math.sin(9.1 * x + 2 * shift);
        wave.lineTo(x, y + high * row * 0.9 - high * 0.62 * roll);
      }
      wave.lineTo(aspect + 0.1, 1.1);
      wave.closePath();
      g.setColor(blues.colours().get((row + start) % 5).awt());
      g.fill(wave);
      g.setColor(Breaker.LINE.awt());
      g.setStroke(new BasicStroke(0.0055f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      g.draw(wave);
    }
  }
}
