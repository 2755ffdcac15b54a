package impasto.image;

import java.awt.image.IndexColorModel;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * Where a channel of a decoded picture comes from: the band of the raster, and what its samples
 * mean.
 *
 * <p>Samples are looked up here rather than asked of {@code BufferedImage.getRGB}, which takes grey
 * samples for linear light, so that they come out brighter, and cuts 16 bits down to 8.
 */
final class Channel {
  private final int band;

  /** The channel's value in 0..1, by sample. */
  private final float[] values;

  private Channel(int band, float[] values) {
    this.band = band;
    this.values = values;
  }

  /** A channel whose samples go from 0 to the most that a number of bits, at most 16, can hold. */
  static Channel ofBand(int band, int bits) {
    int most = (1 << bits) - 1;
    float[] values = new float[most + 1];
    for (int sample = 0; sample <= most; sample++) {
      values[sample] = (float) sample / most;
    }
    return new Channel(band, values);
  }

  /** The channels of a picture whose samples number the colours of a palette. */
  static Channels ofPalette(IndexColorModel palette) {
    return new Channels(
        List.of(
            ofEntries(palette, palette::getRed),
            ofEntries(palette, palette::getGreen),
            ofEntries(palette, palette::getBlue)),
        palette.hasAlpha() ? Optional.of(ofEntries(palette, palette::getAlpha)) : Optional.empty(),
        false);
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
