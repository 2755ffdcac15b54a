package impasto.image;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.OptionalInt;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decodes pictures by ImageIO, refusing those it would decode in part only. */
final class Decoder {
  private static final Logger LOG = LoggerFactory.getLogger(Decoder.class);

  /** The most pixels of a picture; what announces more is refused before anything is allocated. */
  static final long MAX_PIXELS = 1L << 28;

  /** What fits in an array of floats, three a pixel. */
  private static final long MOST_THERE_CAN_BE = (Integer.MAX_VALUE - 8) / 3;

  private Decoder() {}

  /**
   * Decodes the first picture of a file, without converting its colours.
   *
   * @param stream the file
   * @param format its format
   * @param maxPixels the most pixels it may have
   * @param adobeTransform how a JPEG's colours are stored, if the file tells
   * @param coarseSide the longer side that suffices; rows and columns are left out as far as that
   *     leaves more than this
   * @throws UnsupportedPictureException if the picture is too large or of unsupported colours
   * @throws IOException if the file cannot be read, is damaged or ends early
   */
  static Decoded decode(
      ImageInputStream stream,
      InputFormat format,
      long maxPixels,
      OptionalInt adobeTransform,
      int coarseSide)
      throws IOException {
    ImageReader reader = format.reader();
    try {
      reader.setInput(stream, false, true);
      int step = Math.max(1, size(reader, maxPixels).longerSide() / coarseSide);
      DamageListener damage = new DamageListener();
      reader.addIIOReadWarningListener(damage);
      Decoded decoded = decode(reader, format, adobeTransform, step);
      damage.check();
      if (LOG.isDebugEnabled()) {
        tellOfFurtherPictures(reader);
      }
      return decoded;
    } finally {
      reader.dispose();
    }
  }

  /**
   * The size of the first picture of a file as it is stored, without decoding it.
   *
   * @param stream the file
   * @param format its format
   * @param maxPixels the most pixels it may have
   * @throws UnsupportedPictureException if the picture is too large
   * @throws IOException if the head of the file cannot be read, is damaged or ends early
   */
  static Size size(ImageInputStream stream, InputFormat format, long maxPixels) throws IOException {
    ImageReader reader = format.reader();
    try {
      reader.setInput(stream, false, true);
      return size(reader, maxPixels);
    } finally {
      reader.dispose();
    }
  }

  private static Size size(ImageReader reader, long maxPixels) throws IOException {
    Size size = new Size(reader.getWidth(0), reader.getHeight(0));
    long limit = Math.min(maxPixels, MOST_THERE_CAN_BE);
    if (size.pixels() > limit) {
      throw new UnsupportedPictureException(
          "%d x %d pixels are more than the limit of %d; shrink it first"
              .formatted(size.width(), size.height(), limit));
    }
    return size;
  }

  private static Decoded decode(
      ImageReader reader, InputFormat format, OptionalInt adobeTransform, int step)
      throws IOException {
    ImageReadParam wishes = reader.getDefaultReadParam();
    wishes.setSourceSubsampling(step, step, 0, 0);
    if (format.convertsColors()) {
      // The type of the stored samples, which keeps the decoder from converting the colours.
      ImageTypeSpecifier stored = reader.getRawImageType(0);
      if (format == InputFormat.JPEG && stored.getNumBands() == 4) {
        Raster inks = Inks.of(reader.readRaster(0, wishes), adobeTransform);
        return new Decoded(inks, Channels.CMYK);
      }
      wishes.setDestinationType(stored);
    }
    BufferedImage image = reader.read(0, wishes);
    return new Decoded(image.getRaster(), Channels.of(image.getColorModel()));
  }

  private static void tellOfFurtherPictures(ImageReader reader) {
    try {
      int number = reader.getNumImages(true);
      if (number > 1) {
        LOG.debug("only the first of {} pictures in the file is used", number);
      }
    } catch (IOException | RuntimeException e) {
      LOG.debug("the first picture of the file is whole, but not all of what follows", e);
    }
  }
}
