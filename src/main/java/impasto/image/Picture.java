package impasto.image;

import java.util.Optional;

/**
 * An RGB picture on the Java heap, sRGB-encoded, nominally in 0..1, with or without alpha.
 *
 * <p>Values outside 0..1 are allowed, as bicubic resampling and optimisation make them; they are
 * clamped when the picture is written. The memory order is that of an NCHW tensor with N = 1: the
 * value of channel {@code c} (0 red, 1 green, 2 blue) at row {@code y}, column {@code x} is {@code
 * rgb[(c * height + y) * width + x]}.
 *
 * <p>Colours are not multiplied by alpha; those of wholly transparent pixels mean nothing.
 *
 * <p>Two pictures are equal only if they are the same object.
 */
public final class Picture {
  private final int width;
  private final int height;
  private final float[] rgb;
  private final Optional<float[]> alpha;

  /**
   * Makes an opaque picture of its values.
   *
   * @param width columns, at least 1
   * @param height rows, at least 1
   * @param rgb the three planes, {@code 3 * height * width} values; not copied, so leave them be
   * @throws IllegalArgumentException if a side is less than 1 or the number of values is not {@code
   *     3 * height * width}
   */
  public Picture(int width, int height, float[] rgb) {
    this(width, height, rgb, Optional.empty());
  }

  /**
   * Makes a picture of its values.
   *
   * @param width columns, at least 1
   * @param height rows, at least 1
   * @param rgb the three planes, {@code 3 * height * width} values; not copied, so leave them be
   * @param alpha the opacity, {@code height * width} values from 0 (transparent) to 1; not copied;
   *     empty for an opaque picture
   * @throws IllegalArgumentException if a side is less than 1 or a number of values is another
   */
  public Picture(int width, int height, float[] rgb, Optional<float[]> alpha) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("a picture of " + width + " x " + height + " pixels");
    }
    if (rgb.length % 3 != 0 || (long) width * height != rgb.length / 3) {
      throw new IllegalArgumentException(
          rgb.length + " values for an RGB picture of " + width + " x " + height + " pixels");
    }
    if (alpha.isPresent() && alpha.get().length != rgb.length / 3) {
      throw new IllegalArgumentException(
          alpha.get().length + " values of alpha for " + width + " x " + height + " pixels");
    }
    this.width = width;
    this.height = height;
    this.rgb = rgb;
    this.alpha = alpha;
  }

  /** The number of columns. */
  public int width() {
    return width;
  }

  /** The number of rows. */
  public int height() {
    return height;
  }

  /** The values, channel by channel, row by row; not a copy. */
  public float[] rgb() {
    return rgb;
  }

  /** The opacity, row by row, from 0 to 1; empty for an opaque picture; not a copy. */
  public Optional<float[]> alpha() {
    return alpha;
  }

  /** These colours with the opacity of a picture of the same size, which may be opaque. */
  public Picture withAlphaOf(Picture other) {
    return new Picture(width, height, rgb, other.alpha);
  }
}
