package impasto.samples.training;

import impasto.samples.Ease;
import impasto.samples.House;
import impasto.samples.Noise;
import impasto.samples.Rgb;
import impasto.samples.Scene;
import impasto.samples.Texture;
import java.awt.image.BufferedImage;

/** Faces of buildings: old houses, tower blocks, bricks, roofs, planks. */
final class Facades implements Scene {
  /** A front as a sheet in metres, and how much of its height is to be seen. */
  private record Front(Texture sheet, double wide, double high, double seen) {}

  @Override
  public BufferedImage draw(int width, int height, long seed) {
    Dice dice = Dice.of(seed);
    double pixels = Math.max(36, 0.75 * height);
    Front front = dice.chance(0.35) ? houses(dice, pixels) : wall(dice, pixels);
    Slant view = Slant.of(dice, front.seen, (double) width / height);
    double startX = dice.between(0, front.wide);
    double startY = Math.min(front.high, front.seen) * dice.between(0.3, 0.7);
    Scheme air = Scheme.of(dice);
    Noise noise = dice.noise();
    double day = dice.scale(0.3, 1.3);
    double dirt = dice.between(0, 0.7);
    Motif motif =
        (x, y) -> {
          Rgb sky = air.at(0.75 + 0.4 * y + 0.4 * noise.warped(2 * x, 3 * y, 4, 0.7));
          Slant.Spot spot = view.at(x, y);
          if (spot == null) {
            return sky;
          }
          double across = startX + spot.right();
          double up = startY + spot.up();
          Texture.Spot paint =
              front.sheet.at(
                  mirrored(across / front.wide),
                  1 - Math.max(0.001, up / front.high),
                  spot.away() / height / front.high);
          double stain = 1 + dirt * noise.fractal(0.9 * across, 0.6 * up, 5);
          Rgb seen = paint.light().times(day * stain).plus(sky.times(1 - paint.opacity()));
          Rgb street = air.at(0.2).mix(Rgb.grey(0.2), 0.7).times(stain);
          return seen.mix(street, Ease.smooth(0, -0.3, up));
        };
    return motif.expose(width, height, 2).toImage();
  }

  private static Front houses(Dice dice, double pixels) {
    double wide = 32;
    double seen = dice.scale(4, 16);
    Texture row =
        Texture.draw(
            wide,
            20,
            Math.min(32, pixels / seen),
            g -> {
              for (double x = 0; x < wide; ) {
                double front = dice.between(4.6, 7.2);
                new House(g, dice.random(), x, front, dice.between(7, 14)).draw();
                x += front;
              }
            });
    return new Front(row, wide, 20, seen);
  }

  private static Front wall(Dice dice, double pixels) {
    double seen = dice.scale(2.5, 8);
    double wide = 12;
    double high = 8;
    Texture sheet =
        Texture.draw(wide, high, pixels / seen, g -> new Wall(g, dice, wide, high).draw());
    return new Front(sheet, wide, high, seen);
  }

  /** There and back again: the sheet goes on as its own mirror image. */
  private static double mirrored(double u) {
    double part = u - 2 * Math.floor(u / 2);
    return Math.min(0.9999, part < 1 ? part : 2 - part);
  }
}
