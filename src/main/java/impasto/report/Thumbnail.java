package impasto.report;

import impasto.image.Picture;
import impasto.image.Resampler;
import impasto.image.Size;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture made small, as it is embedded in a page: a JPEG without profile or metadata, since its
 * colours are sRGB and a profile would be as large as the picture.
 *
 * @param width in pixels
 * @param height in pixels
 * @param uri the whole picture as a data URI
 */
record Thumbnail(int width, int height, String uri) {
  private static final float QUALITY = 0.75f;

  /**
   * Makes a picture small; a smaller one is not enlarged. What is transparent is laid on white.
   *
   * @param picture the picture
   * @param longerSide of the thumbnail, in pixels
   */
  static Thumbnail of(Picture picture, int longerSide) {
    Picture small = shrunk(picture, longerSide);
    return new Thumbnail(
        small.width(),
        small.height(),
        "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg(image(small))));
  }

  /** A picture whose longer side is at most so many pixels. */
  static Picture shrunk(Picture picture, int longerSide) {
    Size size = Size.of(picture);
    Size small = size.longerSide() > longerSide ? size.fitted(longerSide) : size;
    return Resampler.resize(picture, small.width(), small.height());
  }

  private static BufferedImage image(Picture picture) {
    int plane = picture.width() * picture.height();
    int[] pixels = new int[plane];
    for (int i = 0; i < plane; i++) {
      float opacity = picture.alpha().isPresent() ? picture.alpha().get()[i] : 1;
      for (int c = 0; c < 3; c++) {
        float shown = picture.rgb()[c * plane + i] * opacity + (1 - opacity);
        pixels[i] = pixels[i] << 8 | Math.round(255 * Math.max(0, Math.min(1, shown)));
      }
    }
    BufferedImage image =
        new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, picture.width(), picture.height(), pixels, 0, picture.width());
    return image;
  }

  private static byte[] jpeg(BufferedImage image) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam settings = writer.getDefaultWriteParam();
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionQuality(QUALITY);
      if (settings instanceof JPEGImageWriteParam ofJpeg) {
        ofJpeg.setOptimizeHuffmanTables(true);
      }
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), settings);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to be written", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
