package impasto.samples.training;

import impasto.samples.Field;
import impasto.samples.Film;
import impasto.samples.Oils;
import impasto.samples.Rgb;
import impasto.samples.Scene;
import java.awt.image.BufferedImage;

/** A subject in strokes of oil, broad or fine, long or short, smooth or thick. */
final class Brushwork implements Scene {
  @Override
  public BufferedImage draw(int width, int height, long seed) {
    Dice dice = Dice.of(seed);
    Film subject = Subjects.any(dice, width, height);
    Field flow = Flow.of(dice, subject);
    boolean large = dice.chance(0.5);
    int scale = large ? 2 : 1;
    double pure = dice.scale(0.6, 1.8);
    Film.Shader picture = (x, y) -> subject.sample(x / scale, y / scale).saturate(pure);
    Field field = (x, y) -> flow.angle(x / scale, y / scale);
    Oils oils = new Oils(scale * width, scale * height, picture, field, dice.random());
    double wide = height * scale / dice.scale(8, 45);
    double shape = dice.scale(1.3, 8);
    int passes = 1 + dice.below(3);
    for (int pass = 0; pass < passes; pass++) {
      Film.Shader paint = dice.chance(0.25) ? accents(dice, picture) : picture;
      oils.cover(
          paint, Math.max(2.5, wide), shape * wide, dice.between(0.9, 1.8) / (0.6 * passes + 0.4));
      wide *= dice.between(0.35, 0.8);
    }
    Film film = oils.light(dice.chance(0.3) ? 0 : dice.scale(0.4, 2.2));
    return (large ? film.half() : film).toImage();
  }

  /** The picture with its shades and lights exaggerated from place to place. */
  private static Film.Shader accents(Dice dice, Film.Shader picture) {
    double strength = dice.between(0.2, 0.6);
    Rgb glaze = Scheme.of(dice).any(dice);
    return (x, y) -> {
      Rgb colour = picture.at(x, y).times(Math.exp(strength * dice.bell()));
      return dice.chance(0.2) ? colour.mix(glaze, 0.5) : colour;
    };
  }
}
