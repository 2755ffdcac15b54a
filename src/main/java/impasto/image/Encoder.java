package impasto.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Encodes pictures in memory, so that a failure here leaves the disk alone. */
final class Encoder {
  private static final float JPEG_QUALITY = 0.95f;

  private Encoder() {}

  /**
   * The content of a picture file.
   *
   * @throws IOException if the format cannot hold the picture
   */
  static byte[] encode(BufferedImage image, OutputFormat format) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format.imageIoName()).next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(stream);
      ImageWriteParam options = writer.getDefaultWriteParam();
      if (format == OutputFormat.JPEG) {
        options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        options.setCompressionQuality(JPEG_QUALITY);
      }
      writer.write(null, new IIOImage(image, null, null), options);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
