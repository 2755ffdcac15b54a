package impasto.samples.training;

import impasto.samples.Ease;
import impasto.samples.Noise;
import impasto.samples.Rgb;
import impasto.samples.Scene;
import impasto.samples.Vec;
import java.awt.image.BufferedImage;

/** A head and shoulders: a form like a face, with hair, in soft light. */
final class Portrait implements Scene {
  @Override
  public BufferedImage draw(int width, int height, long seed) {
    Dice dice = Dice.of(seed);
    double aspect = (double) width / height;
    Motif behind = ColourFields.motif(dice, aspect);
    Motif cloth = dice.chance(0.4) ? Cloth.motif(dice, height) : plain(dice);
    Head head = Head.of(dice, Relief.lamp(dice));
    double size = dice.scale(0.2, 0.55);
    double midX = aspect * dice.between(0.3, 0.7);
    double midY = dice.between(0.3, 0.55);
    double tilt = 0.2 * dice.bell();
    double cos = Math.cos(tilt) / size;
    double sin = Math.sin(tilt) / size;
    double slope = dice.between(0.5, 1.1);
    double dim = dice.between(0.25, 1);
    Motif motif =
        (x, y) -> {
          double u = (x - midX) * cos + (y - midY) * sin;
          double v = (y - midY) * cos - (x - midX) * sin;
          Rgb face = head.at(u, v);
          if (face != null) {
            return face;
          }
          double bodyX = (x - midX) / size;
          double bodyY = (y - midY) / size;
          double shoulder = 1.15 + 0.5 * slope * Math.pow(Math.abs(bodyX) / 1.6, 2.5);
          if (bodyY > shoulder && Math.abs(bodyX) < 2.1) {
            Vec normal = new Vec(0.5 * bodyX, -0.6 * Math.exp(-2 * (bodyY - shoulder)), 1).unit();
            double light = head.light(normal);
            return cloth.at(x, y).times(light * (0.6 + 0.4 * Ease.smooth(1, 2.2, bodyY)));
          }
          return behind.at(x, y).times(dim);
        };
    return motif.expose(width, height, 2).toImage();
  }

  private static Motif plain(Dice dice) {
    Scheme scheme = Scheme.of(dice);
    Noise folds = dice.noise();
    double level = dice.between(0.1, 0.9);
    double fine = dice.scale(2, 8);
    return (x, y) -> scheme.at(level + 0.35 * folds.warped(fine * x, 0.4 * fine * y, 3, 0.8));
  }
}
