package impasto.samples.training;

import impasto.samples.Rgb;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** Storeys of windows, all alike: a tower block, or a house of glass; y upwards. */
record Storeys(Graphics2D g, Dice dice, Scheme scheme) {
  void draw(double wide, double high) {
    double storey = dice.scale(0.4, 2.5);
    double bay = storey * dice.scale(0.5, 2.5);
    double w = bay * dice.between(0.35, 0.93);
    double h = storey * dice.between(0.4, 0.9);
    Rgb trim = scheme.any(dice);
    Pane pane = Pane.of(dice, trim);
    boolean bands = dice.chance(0.5);
    boolean balconies = dice.chance(0.25);
    box(scheme.any(dice), 1, 0, 0, wide, high);
    for (double y = 0; y < high; y += storey) {
      if (bands) {
        box(trim, 1, 0, y, wide, 0.12 * storey);
        box(Rgb.BLACK, 0.25, 0, y - 0.04 * storey, wide, 0.04 * storey);
      }
      double foot = y + 0.55 * (storey - h) + 0.06 * storey;
      for (double x = (bay - w) / 2; x < wide; x += bay) {
        window(pane, x, foot, w, h);
        if (balconies) {
          box(trim.times(0.8), 1, x - 0.1 * w, foot - 0.05 * h, 1.2 * w, 0.4 * h);
          box(Rgb.BLACK, 0.35, x - 0.1 * w, foot - 0.1 * h, 1.2 * w, 0.06 * h);
        }
      }
    }
  }

  /** What all windows have in common; {@code lamps} is how many of them are lit. */
  private record Pane(Rgb trim, Rgb glass, Rgb sky, double lamps, double shade, int bars) {
    static Pane of(Dice dice, Rgb trim) {
      return new Pane(
          trim,
          Scheme.of(dice).at(dice.between(0.1, 0.5)),
          Scheme.of(dice).at(dice.between(0.5, 1)),
          dice.chance(0.3) ? dice.between(0.1, 0.6) : 0.03,
          dice.between(0, 0.6),
          dice.below(4));
    }
  }

  private void window(Pane pane, double x, double y, double w, double h) {
    box(pane.trim, 0.9, x - 0.05 * w, y - 0.05 * h, 1.1 * w, 1.1 * h);
    Rgb lamp = Hue.of(0.85, 0.1, 80);
    Rgb low = dice.chance(pane.lamps) ? lamp : pane.glass.times(dice.between(0.6, 1.3));
    Rgb top = low.mix(pane.sky, dice.between(0, 0.7));
    g.setPaint(
        new GradientPaint(
            (float) x, (float) y, low.awt(), (float) (x + w), (float) (y + h), top.awt()));
    g.fill(new Rectangle2D.Double(x, y, w, h));
    box(Rgb.BLACK, pane.shade, x, y + 0.88 * h, w, 0.12 * h);
    for (int k = 1; k <= pane.bars; k++) {
      box(pane.trim, 1, x + k * w / (pane.bars + 1) - 0.015 * w, y, 0.03 * w, h);
    }
    if (dice.chance(0.15)) {
      Rgb blind = pane.trim.mix(Rgb.WHITE, 0.5);
      box(blind, 0.8, x, y + h * dice.between(0.2, 0.8), w, 0.2 * h);
    }
  }

  private void box(Rgb colour, double opacity, double x, double y, double w, double h) {
    g.setColor(colour.awt(opacity));
    g.fill(new Rectangle2D.Double(x, y, w, h));
  }
}
