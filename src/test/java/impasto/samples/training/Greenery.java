package impasto.samples.training;

import impasto.samples.Ease;
import impasto.samples.Film;
import impasto.samples.Foliage;
import impasto.samples.Layer;
import impasto.samples.Noise;
import impasto.samples.Palette;
import impasto.samples.Rgb;
import impasto.samples.Scene;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** What grows: leaves seen close, meadows, woods, bare branches. */
final class Greenery implements Scene {
  @Override
  public BufferedImage draw(int width, int height, long seed) {
    Dice dice = Dice.of(seed);
    Scheme back = dice.chance(0.5) ? Scheme.leafy(dice) : Scheme.of(dice);
    Noise light = dice.noise();
    double level = dice.between(0, 0.7);
    double fine = dice.scale(1.5, 6);
    Motif ground =
        (x, y) -> back.at(level + 0.25 * (0.5 - y) + 0.5 * light.fractal(fine * x, fine * y, 4));
    int kind = dice.below(4);
    BufferedImage sheet =
        Layer.draw(
            width,
            height,
            g -> {
              g.scale(height, height);
              double aspect = (double) width / height;
              switch (kind) {
                case 0 -> new Leaves(g, dice).draw(aspect);
                case 1 -> meadow(g, dice, aspect, dice.between(-0.1, 0.6));
                case 2 -> {
                  wood(g, dice, aspect, height);
                  meadow(g, dice, aspect, dice.between(0.55, 1.05));
                }
                default -> branches(g, dice, aspect);
              }
            });
    Film behind =
        kind > 1 && dice.chance(0.6)
            ? Film.of(new Skies().draw(width, height, dice.seed()))
            : ground.expose(width, height, 1);
    return Layer.over(behind, sheet).toImage();
  }

  private static void meadow(Graphics2D g, Dice dice, double aspect, double start) {
    double tall = dice.scale(0.03, 0.4);
    Scheme near = Scheme.leafy(dice);
    Scheme far = dice.chance(0.5) ? near : Scheme.leafy(dice);
    Rgb petals = Scheme.of(dice).any(dice);
    double flowers = dice.chance(0.5) ? dice.scale(0.2, 4) : 0;
    int rows = (int) Math.min(50, 10 + 2.5 * (1.15 - start) / tall);
    for (int row = 0; row <= rows; row++) {
      double t = row / (double) rows;
      double y = Ease.mix(start, 1.15, Math.pow(t, 1.5));
      double high = tall * (0.3 + 0.7 * t);
      Palette blades =
          new Palette(
              List.of(
                  far.at(0.1).mix(near.at(0.05), t),
                  far.at(0.5).mix(near.at(0.5), t),
                  far.at(0.9).mix(near.at(1), t)));
      g.scale(0.002, 0.002);
      int count = (int) Math.min(500, 26 * aspect / high);
      new Foliage(g, dice.random(), blades)
          .grass(-50, 500 * aspect + 50, 500 * y, 500 * high, count);
      g.scale(500, 500);
      for (int i = 0; i < flowers * 4; i++) {
        double size = high * dice.scale(0.05, 0.2);
        g.setColor(petals.times(dice.between(0.6, 1.1)).awt());
        double x = aspect * dice.between(0, 1);
        g.fill(new Ellipse2D.Double(x, y - high * dice.between(0.4, 1), size, 0.7 * size));
      }
    }
  }

  private static void wood(Graphics2D g, Dice dice, double aspect, int height) {
    boolean spruces = dice.chance(0.3);
    double size = dice.scale(0.25, spruces ? 0.7 : 1.1);
    int count = (int) Math.min(9, 2 + 1.2 * aspect / (size * size));
    Scheme kind = Scheme.leafy(dice);
    AffineTransform sheet = g.getTransform();
    g.scale(1.0 / height, 1.0 / height);
    for (int i = 0; i < count; i++) {
      double x = aspect * dice.between(-0.05, 1.05) * height;
      double y = Ease.mix(0.25, 0.85, (i + dice.between(0, 1)) / count) * height;
      Palette leaves = (dice.chance(0.6) ? kind : Scheme.leafy(dice)).tones();
      Foliage foliage = new Foliage(g, dice.random(), leaves);
      g.setColor(leaves.at(0).times(0.6).awt());
      g.setStroke(new BasicStroke((float) ((spruces ? 0.02 : 0.05) * size * height)));
      g.draw(new Line2D.Double(x, y, x, 1.1 * height));
      if (spruces) {
        foliage.conifer(x, y + 0.4 * size * height, size * height);
      } else {
        foliage.crown(x, y, 0.5 * size * height);
      }
    }
    g.setTransform(sheet);
  }

  /** Bare trees: every branch forks into thinner ones. */
  private static void branches(Graphics2D g, Dice dice, double aspect) {
    int trees = dice.count(1, 6);
    for (int i = 0; i < trees; i++) {
      Rgb bark = Scheme.earthy(dice).at(dice.between(0, dice.chance(0.8) ? 0.35 : 0.95));
      double size = dice.scale(0.12, 0.35);
      double lean = -Math.PI / 2 + 0.2 * dice.bell();
      branch(g, dice, bark, aspect * dice.between(0, 1), 1.05, lean, size, dice.scale(0.08, 0.2));
    }
  }

  private static void branch(
      Graphics2D g, Dice dice, Rgb bark, double x, double y, double a, double reach, double thick) {
    double endX = x + reach * Math.cos(a);
    double endY = y + reach * Math.sin(a);
    double wide = thick * reach;
    g.setStroke(new BasicStroke((float) wide, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.setColor(bark.awt());
    g.draw(new Line2D.Double(x, y, endX, endY));
    g.setColor(bark.times(1.9).awt(0.5));
    g.setStroke(new BasicStroke((float) (0.35 * wide)));
    g.draw(new Line2D.Double(x - 0.2 * wide, y, endX - 0.2 * wide, endY));
    if (reach > 0.012) {
      int forks = dice.chance(0.25) ? 3 : 2;
      for (int k = 0; k < forks; k++) {
        double side = (k - (forks - 1) / 2.0) * dice.between(0.5, 1.1) + 0.15 * dice.bell();
        branch(g, dice, bark, endX, endY, a + side, reach * dice.between(0.6, 0.85), thick * 0.93);
      }
    }
  }
}
