package impasto.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes picture files by ImageIO, refusing those it would decode in part only. */
final class Decoder {
  /** The most pixels of a picture; what announces more is refused before anything is allocated. */
  static final long MAX_PIXELS = 1L << 28;

  private Decoder() {}

  /**
   * Decodes the first picture of a file.
   *
   * @throws UnsupportedPictureException if the file is no picture, too large or of unsupported
   *     colours
   * @throws IOException if the file cannot be read, is damaged or ends early
   */
  static BufferedImage decode(Path file) throws IOException {
    // The image stream does not close the stream under it.
    try (InputStream bytes = Files.newInputStream(file);
        ImageInputStream stream = new MemoryCacheImageInputStream(bytes)) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) {
        throw new UnsupportedPictureException(
            "not a picture in a supported format; convert it to PNG or JPEG");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(stream, true, true);
        return decode(reader);
      } finally {
        reader.dispose();
      }
    }
  }

  private static BufferedImage decode(ImageReader reader) throws IOException {
    long width = reader.getWidth(0);
    long height = reader.getHeight(0);
    if (width * height > MAX_PIXELS) {
      throw new UnsupportedPictureException(
          "%d x %d pixels are more than the limit of %d; shrink it first"
              .formatted(width, height, MAX_PIXELS));
    }
    if (!reader.getImageTypes(0).hasNext()) {
      throw new UnsupportedPictureException(Channel.UNSUPPORTED);
    }
    DamageListener damage = new DamageListener();
    reader.addIIOReadWarningListener(damage);
    BufferedImage image = reader.read(0);
    damage.check();
    return image;
  }
}
