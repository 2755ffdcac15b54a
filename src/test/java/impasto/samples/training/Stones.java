package impasto.samples.training;

import impasto.samples.Buckets;
import impasto.samples.Ease;
import impasto.samples.Field;
import impasto.samples.Film;
import impasto.samples.Noise;
import impasto.samples.Rgb;
import impasto.samples.Scene;
import impasto.samples.Tesserae;
import impasto.samples.Vec;
import java.awt.image.BufferedImage;

/** A subject in mosaic stones that lie along a flow. */
final class Stones implements Scene {
  private static final int ROUNDS = 6;

  @Override
  public BufferedImage draw(int width, int height, long seed) {
    Dice dice = Dice.of(seed);
    Film subject = Subjects.any(dice, width, height);
    double size = Math.max(4, height / dice.scale(14, 46));
    Field flow = Flow.of(dice, subject);
    Tesserae stones = new Tesserae(width, height, size, flow, dice.seed(), ROUNDS);
    Buckets buckets = stones.buckets();
    Noise noise = dice.noise();
    Rgb mortar = Scheme.earthy(dice).at(dice.between(0, 1)).times(0.8);
    double joint = dice.between(0.06, 0.25);
    double vary = dice.between(0.1, 0.5);
    double askew = dice.between(0, 0.4);
    double pure = dice.scale(0.9, 1.8);
    Vec lamp = Relief.lamp(dice);
    return Film.expose(
            width,
            height,
            2,
            (x, y) -> {
              Tesserae.Hit hit = stones.nearest(buckets, x, y);
              double gap = (hit.second() - hit.first()) / size;
              double grit = noise.fractal(0.4 * x, 0.4 * y, 2);
              int i = hit.stone();
              if (i < 0 || gap + 0.05 * grit < joint || hit.first() > 0.62 * size) {
                return mortar.times(0.9 + 0.4 * grit);
              }
              double dx = (x - stones.x(i)) / size;
              double dy = (y - stones.y(i)) / size;
              double round = 1.2 * Ease.smooth(joint + 0.3, joint, gap);
              Vec normal =
                  new Vec(
                          askew * (noise.cell(i, 1) - 0.5) + round * dx + 0.06 * grit,
                          askew * (noise.cell(i, 2) - 0.5) + round * dy,
                          1)
                      .unit();
              double facing = Math.max(0, normal.dot(lamp)) / lamp.z();
              Rgb glass = subject.sample(stones.x(i), stones.y(i)).saturate(pure);
              double own = Math.exp(vary * (2 * noise.cell(i, 3) - 1));
              return glass.times(own * (0.2 + 0.8 * facing));
            })
        .toImage();
  }
}
