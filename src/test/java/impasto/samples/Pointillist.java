package impasto.samples;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/** Another scene in dots of pure colours that mix in the eye. */
record Pointillist(Scene subject) implements Scene {
  private static final Palette SHADOWS = Palette.of(0x2A3C8C, 0x4A2F80, 0x1F6A7A, 0x7A2A5A);
  private static final Palette LIGHTS = Palette.of(0xFFE27A, 0xFFB05A, 0xF6F0C8, 0xF49A8A);

  @Override
  public BufferedImage draw(int width, int height, long seed) {
    Film picture = Darkroom.blur(Film.of(subject.draw(width, height, seed)), height / 300.0);
    int w = 3 * width;
    int h = 3 * height;
    Rgb canvas = Rgb.hex(0xD9C9A8);
    Film ground =
        Film.expose(w, h, 1, (x, y) -> picture.sample(x / 3, y / 3).mix(canvas, 0.35).times(0.9));
    BufferedImage dots = Layer.draw(w, h, g -> dots(g, picture, w, h, new SplittableRandom(seed)));
    Film film = Layer.over(ground, dots);
    return Film.expose(width, height, 3, (x, y) -> film.get((int) (3 * x), (int) (3 * y)))
        .toImage();
  }

  private static void dots(Graphics2D g, Film picture, int w, int h, SplittableRandom random) {
    double[] sizes = {h / 64.0, h / 90.0, h / 125.0};
    double[] layers = {2.0, 2.0, 1.5};
    for (int pass = 0; pass < sizes.length; pass++) {
      double size = sizes[pass];
      int count = (int) (layers[pass] * w * h / (size * size));
      for (int i = 0; i < count; i++) {
        double x = w * random.nextDouble();
        double y = h * random.nextDouble();
        Rgb colour = divide(picture.sample(x / 3, y / 3), random);
        g.setColor(colour.awt(0.95));
        double d = size * (0.75 + 0.5 * random.nextDouble());
        g.fill(
            new Ellipse2D.Double(x - d / 2, y - d / 2, d, d * (0.85 + 0.3 * random.nextDouble())));
      }
    }
  }

  /** A purer colour near the one seen; now and then the one that opposes it. */
  private static Rgb divide(Rgb seen, SplittableRandom random) {
    Rgb pure = seen.saturate(1.5 + 0.5 * random.nextDouble());
    double light = Rgb.encoded(seen.luminance());
    double choice = random.nextDouble();
    if (choice < 0.20) {
      return pure.mix(SHADOWS.pick(random), 0.65 * (1 - light));
    }
    if (choice < 0.40) {
      return pure.mix(LIGHTS.pick(random), 0.75 * light);
    }
    return pure.times(Math.exp(0.22 * random.nextGaussian()));
  }
}
