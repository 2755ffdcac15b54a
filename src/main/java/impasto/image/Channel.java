package impasto.image;

import java.awt.color.ColorSpace;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Where a channel of a decoded picture comes from: the band of the raster, and what its samples
 * mean.
 *
 * <p>Samples are looked up here rather than asked of {@code BufferedImage.getRGB}, which takes grey
 * samples for linear light, so that they come out brighter, and cuts 16 bits down to 8.
 */
final class Channel {
  /** Why a picture of other colours than RGB, grey or palette is refused. */
  static final String UNSUPPORTED =
      "its colours are neither RGB nor grey in 8 or 16 bits (CMYK, perhaps);"
          + " convert it to an RGB PNG or JPEG";

  private final int band;

  /** The channel's value in 0..1, by sample. */
  private final float[] values;

  private Channel(int band, float[] values) {
    this.band = band;
    this.values = values;
  }

  /**
   * The channels of a decoded picture: red, green and blue, and alpha where it has one.
   *
   * @throws UnsupportedPictureException if the colours are neither a palette nor grey or RGB in at
   *     most 16 bits a channel
   */
  static List<Channel> of(ColorModel model) throws UnsupportedPictureException {
    if (model instanceof IndexColorModel palette) {
      return ofPalette(palette);
    }
    int type = model.getColorSpace().getType();
    boolean grey = type == ColorSpace.TYPE_GRAY;
    int transfer = model.getTransferType();
    // The samples of a direct colour model are bit fields of one integer.
    boolean unsigned =
        transfer == DataBuffer.TYPE_BYTE
            || transfer == DataBuffer.TYPE_USHORT
            || model instanceof DirectColorModel;
    if (!unsigned || (!grey && type != ColorSpace.TYPE_RGB)) {
      throw new UnsupportedPictureException(UNSUPPORTED);
    }
    IntStream bands = grey ? IntStream.of(0, 0, 0) : IntStream.of(0, 1, 2);
    if (model.hasAlpha()) {
      bands = IntStream.concat(bands, IntStream.of(model.getNumColorComponents()));
    }
    return bands.mapToObj(band -> ofBand(band, model.getComponentSize(band))).toList();
  }

  private static Channel ofBand(int band, int bits) {
    int most = (1 << bits) - 1;
    float[] values = new float[most + 1];
    for (int sample = 0; sample <= most; sample++) {
      values[sample] = (float) sample / most;
    }
    return new Channel(band, values);
  }

  private static List<Channel> ofPalette(IndexColorModel palette) {
    Channel red = ofEntries(palette, palette::getRed);
    Channel green = ofEntries(palette, palette::getGreen);
    Channel blue = ofEntries(palette, palette::getBlue);
    return palette.hasAlpha()
        ? List.of(red, green, blue, ofEntries(palette, palette::getAlpha))
        : List.of(red, green, blue);
  }

  private static Channel ofEntries(IndexColorModel palette, IntUnaryOperator entry) {
    float[] values = new float[palette.getMapSize()];
    for (int index = 0; index < values.length; index++) {
      values[index] = entry.applyAsInt(index) / 255f;
    }
    return new Channel(0, values);
  }

  /**
   * Decodes this channel of a row.
   *
   * @param samples the samples of the row, pixel by pixel, band by band
   * @param bands the number of bands
   * @param target receives the values in 0..1, one a pixel, from {@code offset} on
   * @param offset where in the target the row begins
   */
  void decode(int[] samples, int bands, float[] target, int offset) {
    for (int x = 0; x < samples.length / bands; x++) {
      target[offset + x] = values[samples[x * bands + band]];
    }
  }
}
