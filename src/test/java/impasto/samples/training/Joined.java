package impasto.samples.training;

import impasto.samples.Ease;
import impasto.samples.Film;
import impasto.samples.Noise;
import impasto.samples.Rgb;
import impasto.samples.Scene;
import java.awt.image.BufferedImage;
import java.util.List;

/** Two pictures in one: side by side, one in a hole of the other, or one shining through it. */
record Joined(List<Scene> scenes) implements Scene {
  @Override
  public BufferedImage draw(int width, int height, long seed) {
    Dice dice = Dice.of(seed);
    Film one = Developed.film(dice.one(scenes), width, height, dice.seed());
    Film two = Developed.film(dice.one(scenes), width, height, dice.seed());
    double aspect = (double) width / height;
    double h = height;
    Relief.Height mask = mask(dice, aspect);
    double soft = dice.chance(0.6) ? 0.006 : dice.scale(0.02, 0.5);
    double shadow = soft < 0.02 && dice.chance(0.5) ? dice.between(0.2, 0.7) : 0;
    boolean filter = dice.chance(0.2);
    return Film.expose(
            width,
            height,
            1,
            (x, y) -> {
              Rgb a = one.get((int) x, (int) y);
              Rgb b = two.get((int) x, (int) y);
              double place = mask.at(x / h, y / h);
              double part = Ease.smooth(-soft, soft, place);
              double fall =
                  1 - shadow * Ease.smooth(-0.03, 0.005, mask.at(x / h - 0.02, y / h - 0.025));
              Rgb over = filter ? b.times(a).times(1.8) : b;
              return a.times(fall).mix(over, part);
            })
        .toImage();
  }

  /** Positive where the second picture lies; about the distance to its edge. */
  private static Relief.Height mask(Dice dice, double aspect) {
    Noise noise = dice.noise();
    double turn = dice.turn();
    double cos = Math.cos(turn);
    double sin = Math.sin(turn);
    double fine = dice.scale(1, 6);
    double size = dice.between(0.15, 0.45);
    double midX = aspect * dice.between(0.25, 0.75);
    double midY = dice.between(0.25, 0.75);
    double wavy = dice.between(0, 0.2);
    return switch (dice.below(5)) {
      case 0 ->
          (x, y) -> (x - midX) * cos + (y - midY) * sin + wavy * noise.fractal(4 * x, 4 * y, 4);
      case 1 ->
          (x, y) -> size - Math.hypot(x - midX, y - midY) + wavy * noise.fractal(3 * x, 3 * y, 4);
      case 2 -> (x, y) -> noise.fractal(fine * x, fine * y, 3) / fine;
      case 3 -> (x, y) -> 0.25 * Math.sin(6 * fine * (x * cos + y * sin)) / fine;
      default -> {
        double border = dice.between(0.05, 0.3);
        yield (x, y) -> Math.min(Math.min(x, aspect - x), Math.min(y, 1 - y)) - border;
      }
    };
  }
}
