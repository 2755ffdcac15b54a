package impasto.image;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.List;

/** Copies pixels between ImageIO's images and {@link Picture}. */
final class Pixels {
  private Pixels() {}

  /**
   * A picture of a decoded image, transparency flattened on white.
   *
   * @throws UnsupportedPictureException if its colours are not those {@link Channel} knows
   */
  static Picture toPicture(BufferedImage image) throws UnsupportedPictureException {
    int width = image.getWidth();
    int height = image.getHeight();
    List<Channel> channels = Channel.of(image.getColorModel());
    Raster raster = image.getRaster();
    int bands = raster.getNumBands();
    float[] rgb = new float[3 * width * height];
    float[] alpha = new float[width];
    int[] samples = null;
    for (int y = 0; y < height; y++) {
      samples = raster.getPixels(0, y, width, 1, samples);
      for (int c = 0; c < 3; c++) {
        channels.get(c).decode(samples, bands, rgb, (c * height + y) * width);
      }
      if (channels.size() == 4) {
        channels.get(3).decode(samples, bands, alpha, 0);
        for (int c = 0; c < 3; c++) {
          flatten(rgb, (c * height + y) * width, alpha, image.isAlphaPremultiplied());
        }
      }
    }
    return new Picture(width, height, rgb);
  }

  private static void flatten(float[] plane, int offset, float[] alpha, boolean premultiplied) {
    for (int x = 0; x < alpha.length; x++) {
      float ink = premultiplied ? plane[offset + x] : plane[offset + x] * alpha[x];
      plane[offset + x] = ink + (1 - alpha[x]);
    }
  }

  /**
   * An 8-bit RGB image of a picture, values clamped to 0..1 and rounded to the nearest step.
   *
   * @throws UnsupportedPictureException if a value is not finite
   */
  static BufferedImage toImage(Picture picture) throws UnsupportedPictureException {
    int width = picture.width();
    int height = picture.height();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    WritableRaster raster = image.getRaster();
    int[] samples = new int[3 * width];
    for (int y = 0; y < height; y++) {
      for (int i = 0; i < samples.length; i++) {
        samples[i] = toByte(picture.rgb()[(i % 3 * height + y) * width + i / 3]);
      }
      raster.setPixels(0, y, width, 1, samples);
    }
    return image;
  }

  private static int toByte(float value) throws UnsupportedPictureException {
    if (!Float.isFinite(value)) {
      throw new UnsupportedPictureException(
          "the picture holds the value " + value + "; repeat what made it with smaller steps");
    }
    return Math.round(255 * Math.max(0, Math.min(1, value)));
  }
}
