package impasto.samples.training;

import impasto.samples.Darkroom;
import impasto.samples.Ease;
import impasto.samples.Film;
import impasto.samples.Noise;
import impasto.samples.Rgb;
import impasto.samples.Scene;
import java.awt.image.BufferedImage;

/** A subject in watercolour: washes that bleed, pool at their rims and leave the paper bare. */
final class Washes implements Scene {
  @Override
  public BufferedImage draw(int width, int height, long seed) {
    Dice dice = Dice.of(seed);
    Film subject = Subjects.any(dice, width, height);
    Film broad = Darkroom.blur(subject, height / dice.scale(25, 120));
    double h = height;
    Noise bleed = dice.noise();
    Noise tooth = dice.noise();
    double fine = dice.scale(3, 20);
    double reach = h * dice.scale(0.01, 0.06);
    int steps = 3 + dice.below(6);
    Film washes =
        Film.expose(
            width,
            height,
            2,
            (x, y) -> {
              double px = x + reach * bleed.fractal(fine * x / h, fine * y / h, 4);
              double py = y + reach * bleed.fractal(fine * x / h + 70, fine * y / h, 4);
              Rgb c = broad.sample(px, py);
              double tone = Rgb.encoded(c.luminance());
              double level = (Math.floor(tone * steps) + 0.5) / steps;
              return c.times(Math.pow((0.03 + level) / (0.03 + tone), 2));
            });
    Film pooled = Darkroom.blur(washes, Math.max(1, h / 90));
    double rims = dice.between(0.3, 1.5);
    double grain = dice.between(0.05, 0.4);
    double pale = dice.between(0, 0.4);
    double bare = dice.chance(0.25) ? dice.between(0.02, 0.12) : -1;
    double paperGrain = dice.scale(40, 120);
    Rgb paper = Hue.of(dice.between(0.92, 0.99), 0.02, 85);
    return Film.expose(
            width,
            height,
            1,
            (x, y) -> {
              Rgb c = washes.get((int) x, (int) y);
              double around = Rgb.encoded(pooled.get((int) x, (int) y).luminance());
              double rim = Math.max(0, around - Rgb.encoded(c.luminance()));
              double dip = tooth.fractal(paperGrain * x / h, paperGrain * y / h, 3);
              double cloud = bleed.fractal(5 * x / h, 5 * y / h + 33, 3);
              Rgb stain = c.times(Math.exp(-3 * rims * rim - grain * dip + 0.5 * pale * cloud));
              double edge = Math.min(Math.min(x, width - x), Math.min(y, height - y)) / h;
              double wet = Ease.smooth(bare - 0.01, bare + 0.01, edge + 0.06 * cloud);
              double thin = Ease.clamp(pale * (0.6 + cloud));
              return paper.times(1 - 0.08 * dip).mix(stain, wet * (1 - thin));
            })
        .toImage();
  }
}
