package impasto.image;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.List;
import java.util.Optional;

/** Copies pixels between ImageIO's images and {@link Picture}. */
final class Pixels {
  private Pixels() {}

  /** A picture of decoded samples, its colours converted to sRGB and not multiplied by alpha. */
  static Picture toPicture(Decoded decoded, ColorConversion conversion) {
    Raster raster = decoded.raster();
    Channels channels = decoded.channels();
    int width = raster.getWidth();
    int height = raster.getHeight();
    float[] rgb = new float[3 * width * height];
    Optional<float[]> alpha = channels.alpha().map(channel -> new float[width * height]);
    float[][] colors = new float[channels.colors().size()][width];
    float[][] srgb = new float[3][width];
    int[] samples = null;
    for (int y = 0; y < height; y++) {
      samples = raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, samples);
      decode(channels.colors(), samples, raster.getNumBands(), colors);
      if (alpha.isPresent()) {
        int row = y * width;
        channels.alpha().get().decode(samples, raster.getNumBands(), alpha.get(), row);
        if (channels.premultiplied()) {
          divide(colors, alpha.get(), row);
        }
      }
      conversion.convert(colors, srgb);
      for (int c = 0; c < 3; c++) {
        System.arraycopy(srgb[c], 0, rgb, (c * height + y) * width, width);
      }
    }
    return new Picture(width, height, rgb, alpha);
  }

  private static void decode(List<Channel> channels, int[] samples, int bands, float[][] colors) {
    for (int c = 0; c < colors.length; c++) {
      channels.get(c).decode(samples, bands, colors[c], 0);
    }
  }

  private static void divide(float[][] colors, float[] alpha, int offset) {
    for (float[] color : colors) {
      for (int x = 0; x < color.length; x++) {
        float opacity = alpha[offset + x];
        color[x] = opacity == 0 ? 0 : Math.min(1, color[x] / opacity);
      }
    }
  }

  /**
   * An image of a picture, values clamped to 0..1 and rounded to the nearest step.
   *
   * @param picture the picture
   * @param bits bits a channel, 8 or 16
   * @param keepAlpha whether a fourth channel holds the picture's alpha, if it has one; otherwise
   *     the picture is laid on white
   * @throws UnsupportedPictureException if a value is not finite
   */
  static BufferedImage toImage(Picture picture, int bits, boolean keepAlpha)
      throws UnsupportedPictureException {
    int width = picture.width();
    int height = picture.height();
    boolean alpha = keepAlpha && picture.alpha().isPresent();
    BufferedImage image = image(width, height, bits, alpha);
    WritableRaster raster = image.getRaster();
    int bands = raster.getNumBands();
    int most = (1 << bits) - 1;
    int[] samples = new int[bands * width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int pixel = y * width + x;
        float opacity = picture.alpha().isPresent() ? picture.alpha().get()[pixel] : 1;
        for (int c = 0; c < 3; c++) {
          float color = picture.rgb()[c * width * height + pixel];
          float shown = keepAlpha || opacity == 1 ? color : color * opacity + (1 - opacity);
          samples[x * bands + c] = toSample(shown, most);
        }
        if (alpha) {
          samples[x * bands + 3] = toSample(opacity, most);
        }
      }
      raster.setPixels(0, y, width, 1, samples);
    }
    return image;
  }

  private static BufferedImage image(int width, int height, int bits, boolean alpha) {
    ComponentColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            alpha,
            false,
            alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
            bits == 8 ? DataBuffer.TYPE_BYTE : DataBuffer.TYPE_USHORT);
    WritableRaster raster = model.createCompatibleWritableRaster(width, height);
    return new BufferedImage(model, raster, false, null);
  }

  private static int toSample(float value, int most) throws UnsupportedPictureException {
    if (!Float.isFinite(value)) {
      throw new UnsupportedPictureException(
          "the picture holds the value " + value + "; repeat what made it with smaller steps");
    }
    return Math.round(most * Math.max(0, Math.min(1, value)));
  }
}
