package impasto.samples;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/** A turbulent night sky over a village, in thick curved strokes of oil. */
final class NightSwirls implements Scene {
  @Override
  public BufferedImage draw(int width, int height, long seed) {
    int w = 2 * width;
    int h = 2 * height;
    NightMotif motif = NightMotif.of(seed, (double) width / height);
    SplittableRandom random = new SplittableRandom(seed);
    Film.Shader picture = (x, y) -> motif.colour(x / h, y / h);
    Oils oils = new Oils(w, h, picture, (x, y) -> motif.angle(x / h, y / h), random);
    oils.cover(picture, h / 22.0, h / 5.0, 2.2);
    oils.cover(picture, h / 38.0, h / 7.0, 2.0);
    oils.cover((x, y) -> motif.accent(x / h, y / h), h / 64.0, h / 11.0, 1.3);
    oils.cover((x, y) -> motif.detail(x / h, y / h), h / 80.0, h / 32.0, 2.5);
    Film film = oils.light(1.6).half();
    return Darkroom.finish(film, 0.12, 0.0, seed).toImage();
  }
}
