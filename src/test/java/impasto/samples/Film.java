package impasto.samples;

import java.awt.image.BufferedImage;
import java.util.function.UnaryOperator;

/** A picture in linear light, while it is being made: three floats a pixel, row by row. */
public final class Film {
  /** The light that falls on a place of the picture, in pixels from its top left corner. */
  public interface Shader {
    Rgb at(double x, double y);
  }

  private final int width;
  private final int height;
  private final float[] rgb;

  /** An unexposed film: black. */
  public Film(int width, int height) {
    this.width = width;
    this.height = height;
    rgb = new float[3 * width * height];
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** The light itself: three floats a pixel. */
  public float[] rgb() {
    return rgb;
  }

  /** Exposes every pixel to the mean of {@code grid * grid} places within it. */
  public static Film expose(int width, int height, int grid, Shader shader) {
    Film film = new Film(width, height);
    double share = 1.0 / (grid * grid);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        Rgb sum = Rgb.BLACK;
        for (int k = 0; k < grid * grid; k++) {
          double px = x + (k % grid + 0.5) / grid;
          int row = k / grid;
          double py = y + (row + 0.5) / grid;
          sum = sum.plus(shader.at(px, py));
        }
        film.set(x, y, sum.times(share));
      }
    }
    return film;
  }

  /** The linear light of an sRGB picture. */
  public static Film of(BufferedImage image) {
    Film film = new Film(image.getWidth(), image.getHeight());
    for (int y = 0; y < film.height; y++) {
      for (int x = 0; x < film.width; x++) {
        film.set(x, y, Rgb.hex(image.getRGB(x, y)));
      }
    }
    return film;
  }

  public Rgb get(int x, int y) {
    int i =
        3 * (Math.max(0, Math.min(height - 1, y)) * width + Math.max(0, Math.min(width - 1, x)));
    return new Rgb(rgb[i], rgb[i + 1], rgb[i + 2]);
  }

  public void set(int x, int y, Rgb colour) {
    int i = 3 * (y * width + x);
    rgb[i] = (float) colour.r();
    rgb[i + 1] = (float) colour.g();
    rgb[i + 2] = (float) colour.b();
  }

  /**
   * The colour between pixels (bilinear); pixel centres are at halves, the edge goes on outside.
   */
  public Rgb sample(double x, double y) {
    double fx = Math.floor(x - 0.5);
    double fy = Math.floor(y - 0.5);
    int i = (int) fx;
    int j = (int) fy;
    double u = x - 0.5 - fx;
    Rgb top = get(i, j).mix(get(i + 1, j), u);
    Rgb bottom = get(i, j + 1).mix(get(i + 1, j + 1), u);
    return top.mix(bottom, y - 0.5 - fy);
  }

  /** The film with every colour changed by the same rule. */
  public Film map(UnaryOperator<Rgb> rule) {
    return expose(width, height, 1, (x, y) -> rule.apply(get((int) x, (int) y)));
  }

  /** The film half as wide and half as high: each pixel the mean of four. */
  public Film half() {
    return expose(width / 2, height / 2, 2, (x, y) -> get((int) (2 * x), (int) (2 * y)));
  }

  /** The sRGB picture of the film; light above 1 is cut off. */
  public BufferedImage toImage() {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++) {
      int code = 0;
      for (int c = 0; c < 3; c++) {
        code = code << 8 | (int) Math.round(255 * Rgb.encoded(rgb[3 * i + c]));
      }
      image.setRGB(i % width, i / width, code);
    }
    return image;
  }
}
