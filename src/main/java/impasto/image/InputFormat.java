package impasto.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/**
 * The formats that are read, each with its decoder.
 *
 * <p>TwelveMonkeys' decoders read what the JDK's do not: WebP, JPEGs of four channels or with odd
 * segments, TIFFs of more kinds.
 */
enum InputFormat {
  PNG("png", Vendor.JDK),
  JPEG("jpeg", Vendor.TWELVE_MONKEYS),
  TIFF("tiff", Vendor.TWELVE_MONKEYS),
  BIG_TIFF("bigtiff", Vendor.TWELVE_MONKEYS),
  WEBP("webp", Vendor.TWELVE_MONKEYS),
  GIF("gif", Vendor.JDK),
  BMP("bmp", Vendor.JDK);

  private enum Vendor {
    JDK("com.sun.imageio."),
    TWELVE_MONKEYS("com.twelvemonkeys.imageio.");

    private final String prefix;

    Vendor(String prefix) {
      this.prefix = prefix;
    }
  }

  private final String imageIoName;
  private final Vendor vendor;

  InputFormat(String imageIoName, Vendor vendor) {
    this.imageIoName = imageIoName;
    this.vendor = vendor;
  }

  /** Whether the decoder makes sRGB of other colours unless told not to. */
  boolean convertsColors() {
    return vendor == Vendor.TWELVE_MONKEYS;
  }

  /**
   * What a file of this format says besides its pixels.
   *
   * @throws IOException if the file cannot be read, is damaged or ends early
   */
  Segments segments(Path file) throws IOException {
    return switch (this) {
      case PNG -> PngSegments.read(file);
      case JPEG -> JpegSegments.read(file);
      case TIFF, BIG_TIFF -> TiffSegments.read(file);
      case WEBP -> WebpSegments.read(file);
      case GIF, BMP -> Segments.NONE;
    };
  }

  /**
   * The format of a file, by its first bytes.
   *
   * @param stream the file at its start, where it is left
   * @throws UnsupportedPictureException if it is none of these
   * @throws IOException if the file cannot be read
   */
  static InputFormat of(ImageInputStream stream) throws IOException {
    for (InputFormat format : values()) {
      if (format.provider().canDecodeInput(stream)) {
        return format;
      }
    }
    throw new UnsupportedPictureException(
        "not a picture in a supported format; convert it to PNG or JPEG");
  }

  /**
   * A decoder of this format.
   *
   * @throws IOException if it cannot be made
   */
  ImageReader reader() throws IOException {
    return provider().createReaderInstance();
  }

  private ImageReaderSpi provider() {
    Iterator<ImageReaderSpi> some =
        IIORegistry.getDefaultInstance()
            .getServiceProviders(ImageReaderSpi.class, this::isProvider, false);
    return some.next();
  }

  private boolean isProvider(Object candidate) {
    return candidate instanceof ImageReaderSpi provider
        && provider.getClass().getName().startsWith(vendor.prefix)
        && Arrays.asList(provider.getFormatNames()).contains(imageIoName);
  }
}
