package impasto.image;

import java.awt.color.ColorSpace;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The channels of a decoded picture.
 *
 * @param colors one for grey, three for RGB, four for CMYK (0 is no ink)
 * @param alpha the opacity, if the picture has it
 * @param premultiplied whether the colours are multiplied by it
 */
record Channels(List<Channel> colors, Optional<Channel> alpha, boolean premultiplied) {
  private static final String UNSUPPORTED =
      "its colours are not RGB, grey or CMYK in at most 16 bits; convert it to an RGB PNG or JPEG";

  /** The four inks of a raster of bytes. */
  static final Channels CMYK =
      new Channels(
          bands(4).mapToObj(band -> Channel.ofBand(band, 8)).toList(), Optional.empty(), false);

  /**
   * The channels of a picture.
   *
   * @throws UnsupportedPictureException if its colours are neither a palette nor grey, RGB or CMYK
   *     in at most 16 bits a channel
   */
  static Channels of(ColorModel model) throws UnsupportedPictureException {
    if (model instanceof IndexColorModel palette) {
      return Channel.ofPalette(palette);
    }
    int colors = model.getNumColorComponents();
    if (!areUnsigned(model) || colors != colorsOf(model.getColorSpace().getType())) {
      throw new UnsupportedPictureException(UNSUPPORTED);
    }
    return new Channels(
        bands(colors).mapToObj(band -> Channel.ofBand(band, model.getComponentSize(band))).toList(),
        model.hasAlpha()
            ? Optional.of(Channel.ofBand(colors, model.getComponentSize(colors)))
            : Optional.empty(),
        model.isAlphaPremultiplied());
  }

  private static boolean areUnsigned(ColorModel model) {
    int transfer = model.getTransferType();
    // The samples of a direct colour model are bit fields of one integer.
    return transfer == DataBuffer.TYPE_BYTE
        || transfer == DataBuffer.TYPE_USHORT
        || model instanceof DirectColorModel;
  }

  private static int colorsOf(int colorSpace) {
    return switch (colorSpace) {
      case ColorSpace.TYPE_GRAY -> 1;
      case ColorSpace.TYPE_RGB -> 3;
      case ColorSpace.TYPE_CMYK -> 4;
      default -> -1;
    };
  }

  private static IntStream bands(int number) {
    return IntStream.range(0, number);
  }
}
