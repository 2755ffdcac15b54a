package impasto.samples.training;

import impasto.samples.Rgb;
import java.awt.BasicStroke;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Rectangle2D;

/** A wall or a roof of equal parts, on a sheet with y upwards, {@code wide} by {@code high}. */
record Wall(Graphics2D g, Dice dice, double wide, double high) {
  void draw() {
    Scheme scheme = dice.chance(0.6) ? Scheme.earthy(dice) : Scheme.of(dice);
    switch (dice.below(5)) {
      case 0, 1 -> new Storeys(g, dice, scheme).draw(wide, high);
      case 2 -> bricks(scheme);
      case 3 -> tiles(scheme);
      default -> planks(scheme);
    }
  }

  private void bricks(Scheme scheme) {
    double tall = dice.scale(0.09, 0.7);
    double length = tall * dice.between(1.2, 4);
    double joint = tall * dice.between(0.03, 0.2);
    double shift = dice.chance(0.8) ? 0.5 : 0;
    double vary = dice.between(0.05, 0.5);
    Rgb clay = scheme.any(dice);
    Rgb other = dice.chance(0.4) ? scheme.any(dice) : clay.times(0.7);
    box(scheme.any(dice), 1, 0, 0, wide, high);
    int row = 0;
    for (double y = 0; y < high; y += tall) {
      for (double x = -length * shift * (row % 2); x < wide; x += length) {
        Rgb brick = clay.mix(other, dice.between(0, 1)).times(Math.exp(vary * dice.bell()));
        double w = length - joint;
        double h = tall - joint;
        box(brick, 1, x, y, w, h);
        box(Rgb.WHITE, 0.15, x, y + 0.88 * h, w, 0.12 * h);
        box(Rgb.BLACK, 0.3, x, y, w, 0.12 * h);
        box(
            dice.chance(0.5) ? Rgb.BLACK : Rgb.WHITE,
            0.1,
            x + w * dice.between(0, 0.7),
            y,
            w / 4,
            h);
      }
      row++;
    }
  }

  /** Rows of rounded tiles that overlap downwards, from the top to the foot. */
  private void tiles(Scheme scheme) {
    double size = dice.scale(0.2, 1.2);
    double rise = size * dice.between(0.35, 0.7);
    double vary = dice.between(0.05, 0.4);
    Rgb clay = scheme.any(dice);
    Rgb other = scheme.any(dice);
    double mixed = dice.between(0, 1);
    box(clay.times(0.4), 1, 0, 0, wide, high);
    int row = 0;
    for (double y = 0; y < high + 2 * size; y += rise) {
      for (double x = -size * (1 + 0.5 * (row % 2)); x < wide + size; x += size) {
        Rgb tile = clay.mix(other, mixed * dice.between(0, 1)).times(Math.exp(vary * dice.bell()));
        Arc2D round = new Arc2D.Double(x, y, size, 2 * rise, 0, 360, Arc2D.CHORD);
        g.setPaint(
            new GradientPaint(
                (float) x,
                (float) y,
                tile.times(1.15).awt(),
                (float) (x + size),
                (float) (y + rise),
                tile.times(0.7).awt()));
        g.fill(round);
        g.setColor(Rgb.BLACK.awt(0.5));
        g.setStroke(new BasicStroke((float) (0.05 * size)));
        g.draw(round);
      }
      row++;
    }
  }

  /** Boards with knots and grain, upright or level. */
  private void planks(Scheme scheme) {
    double board = dice.scale(0.2, 1.5);
    boolean upright = dice.chance(0.5);
    double across = upright ? wide : high;
    double along = upright ? high : wide;
    double worn = dice.between(0.05, 0.3);
    for (double p = 0; p < across; p += board) {
      Rgb wood = scheme.any(dice).mix(scheme.at(0.4), 0.75).times(dice.between(0.75, 1.25));
      plank(wood, 1, upright, p, 0, board, along);
      for (int i = 0; i < 60; i++) {
        Rgb grain = dice.chance(0.6) ? wood.times(0.4) : wood.times(1.8);
        double from = along * dice.between(-0.2, 0.9);
        double thin = board * dice.scale(0.01, 0.06);
        double length = along * dice.scale(0.03, 0.4);
        plank(grain, worn, upright, p + board * dice.between(0, 0.95), from, thin, length);
      }
      plank(Rgb.BLACK, 0.7, upright, p, 0, 0.05 * board, along);
      plank(Rgb.WHITE, 0.15, upright, p + 0.05 * board, 0, 0.05 * board, along);
    }
  }

  private void plank(
      Rgb colour,
      double opacity,
      boolean upright,
      double across,
      double along,
      double w,
      double l) {
    if (upright) {
      box(colour, opacity, across, along, w, l);
    } else {
      box(colour, opacity, along, across, l, w);
    }
  }

  private void box(Rgb colour, double opacity, double x, double y, double w, double h) {
    g.setColor(colour.awt(opacity));
    g.fill(new Rectangle2D.Double(x, y, w, h));
  }
}
