package impasto.samples.training;

import impasto.samples.Film;
import impasto.samples.Layer;
import impasto.samples.Noise;
import impasto.samples.Scene;
import java.awt.image.BufferedImage;

/** Flat shapes with or without outlines, one over the other: posters, collages, woodcuts. */
final class CutPaper implements Scene {
  @Override
  public BufferedImage draw(int width, int height, long seed) {
    Dice dice = Dice.of(seed);
    Scheme scheme = Scheme.of(dice);
    Noise fibre = dice.noise();
    double rough = dice.chance(0.6) ? dice.between(0, 0.35) : 0;
    double fine = dice.scale(8, 60);
    double aspect = (double) width / height;
    BufferedImage sheet =
        Layer.draw(
            width,
            height,
            g -> {
              g.scale(height, height);
              Collage.of(g, dice, scheme, aspect).draw();
            });
    Film film = Film.of(sheet);
    double h = height;
    return Film.expose(
            width,
            height,
            1,
            (x, y) ->
                film.get((int) x, (int) y)
                    .times(1 + rough * fibre.fractal(fine * x / h, fine * y / h, 3)))
        .toImage();
  }
}
