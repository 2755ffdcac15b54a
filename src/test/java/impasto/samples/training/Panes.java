package impasto.samples.training;

import impasto.samples.Ease;
import impasto.samples.Film;
import impasto.samples.Noise;
import impasto.samples.Rgb;
import impasto.samples.Scene;
import java.awt.image.BufferedImage;

/** A subject in cells: leaded glass, enamel, crackled glaze, crystals. */
final class Panes implements Scene {
  @Override
  public BufferedImage draw(int width, int height, long seed) {
    Dice dice = Dice.of(seed);
    Film subject = Subjects.any(dice, width, height);
    double h = height;
    Cells cells = Cells.of(dice);
    double fine = dice.scale(4, 28);
    double turn = dice.turn();
    double cos = fine * Math.cos(turn) / h;
    double sin = fine * Math.sin(turn) / h;
    Noise bend = dice.noise();
    double warp = dice.chance(0.5) ? dice.between(0, 1.5) : 0;
    double lead = dice.chance(0.15) ? 0 : dice.scale(0.02, 0.16);
    double soft = dice.between(0.02, 0.08);
    double whole = dice.chance(0.7) ? 1 : dice.between(0.2, 0.8);
    double vary = dice.between(0, 0.5);
    double pure = dice.scale(0.8, 2);
    double glow = dice.between(-0.8, 0.8);
    double streaks = dice.between(0, 0.4);
    double facet = dice.between(0, 0.6);
    Noise glass = dice.noise();
    Rgb leading = dice.chance(0.8) ? Rgb.grey(dice.scale(0.005, 0.05)) : Scheme.of(dice).any(dice);
    return Film.expose(
            width,
            height,
            2,
            (x, y) -> {
              double pushX = warp * bend.fractal(3 * x / h, 3 * y / h, 2);
              double pushY = warp * bend.fractal(3 * x / h + 40, 3 * y / h, 2);
              double u = x * cos - y * sin + pushX;
              double v = x * sin + y * cos + pushY;
              Cells.Hit hit = cells.at(u, v);
              double du = (hit.x() - u) / fine * h;
              double dv = (hit.y() - v) / fine * h;
              double midX = x + du * Math.cos(turn) + dv * Math.sin(turn);
              double midY = y + dv * Math.cos(turn) - du * Math.sin(turn);
              Rgb pane = subject.sample(x, y).mix(subject.sample(midX, midY), whole);
              double own = Math.exp(vary * (2 * cells.own(hit, 1) - 1));
              double edge = 1 + glow * (0.4 - Math.min(0.5, hit.rim()) * 1.6);
              double slope = facet * ((u - hit.x()) * (cells.own(hit, 2) - 0.5) * 2 + v - hit.y());
              double cloud = streaks * glass.fractal(2 * u + 30 * cells.own(hit, 3), 5 * v, 3);
              double light = Math.max(0.05, own * edge * (1 + slope + cloud));
              Rgb lit = pane.saturate(pure).times(light);
              return leading.mix(
                  lit, lead == 0 ? 1 : Ease.smooth(lead - soft, lead + soft, hit.rim()));
            })
        .toImage();
  }
}
