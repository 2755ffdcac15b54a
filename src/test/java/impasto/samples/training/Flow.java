package impasto.samples.training;

import impasto.samples.Darkroom;
import impasto.samples.Field;
import impasto.samples.Film;
import impasto.samples.Noise;
import impasto.samples.Rgb;
import java.util.List;

/** Directions that strokes, threads and rows of stones follow; places are in pixels. */
final class Flow {
  private Flow() {}

  /** Any flow over a picture: along its edges, straight, waved, around a point, in whirls. */
  static Field of(Dice dice, Film picture) {
    return dice.chance(0.4) ? along(picture) : free(dice, picture.height());
  }

  /** A flow that knows of no picture. */
  static Field free(Dice dice, double height) {
    Noise noise = dice.noise();
    double turn = dice.turn();
    double bumps = dice.scale(0.8, 6) / height;
    double strength = dice.scale(0.2, 5);
    double midX = height * dice.between(-0.2, 1.4);
    double midY = height * dice.between(-0.2, 1.2);
    return switch (dice.below(4)) {
      case 0 -> (x, y) -> turn + 0.3 * noise.fractal(bumps * x, bumps * y, 2);
      case 1 -> (x, y) -> turn + strength * noise.fractal(bumps * x, bumps * y, 2);
      case 2 -> {
        double lead = dice.one(List.of(0.0, 0.6, 1.3, Math.PI / 2));
        yield (x, y) ->
            Math.atan2(y - midY, x - midX) + lead + 0.4 * noise.fractal(bumps * x, bumps * y, 2);
      }
      default -> whirls(noise, bumps, turn);
    };
  }

  /** Along the lines of equal height of a noise: it turns around every hill and hollow. */
  private static Field whirls(Noise noise, double bumps, double drift) {
    double e = 0.05;
    return (x, y) -> {
      double u = bumps * x;
      double v = bumps * y;
      double here = noise.at(u, v);
      double dx = (noise.at(u + e, v) - here) / e + 0.3 * Math.cos(drift);
      double dy = (noise.at(u, v + e) - here) / e + 0.3 * Math.sin(drift);
      return Math.atan2(dx, -dy);
    };
  }

  /** Along the edges of a picture: each place turns as the strongest edges around it do. */
  static Field along(Film picture) {
    Film tensor =
        Film.expose(
            picture.width(),
            picture.height(),
            1,
            (x, y) -> {
              int i = (int) x;
              int j = (int) y;
              double dx = light(picture, i + 1, j) - light(picture, i - 1, j);
              double dy = light(picture, i, j + 1) - light(picture, i, j - 1);
              return new Rgb(dx * dx - dy * dy, 2 * dx * dy, 0);
            });
    Film smooth = Darkroom.blur(tensor, picture.height() / 40.0);
    return (x, y) -> {
      Rgb t = smooth.get((int) x, (int) y);
      return 0.5 * Math.atan2(t.g(), t.r()) + Math.PI / 2;
    };
  }

  private static double light(Film picture, int x, int y) {
    return Math.sqrt(picture.get(x, y).luminance());
  }
}
