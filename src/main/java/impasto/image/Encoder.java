package impasto.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;

/** What is particular about writing a format by ImageIO. */
sealed interface Encoder permits PngEncoder, JpegEncoder, TiffEncoder {
  /**
   * Sets how the pixels are compressed.
   *
   * @param settings the defaults of ImageIO, to be changed
   */
  void compress(ImageWriteParam settings, WriteOptions options);

  /**
   * What the file says besides its pixels: that they are sRGB, and what the options hold.
   *
   * @throws IOException if the format cannot hold it
   */
  IIOMetadata metadata(
      ImageWriter writer, ImageWriteParam settings, BufferedImage image, WriteOptions options)
      throws IOException;

  /** ImageIO's own metadata for an image. */
  static IIOMetadata standard(ImageWriter writer, ImageWriteParam settings, BufferedImage image) {
    return writer.getDefaultImageMetadata(
        ImageTypeSpecifier.createFromRenderedImage(image), settings);
  }
}
