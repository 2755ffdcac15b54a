package impasto.image;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a picture is written.
 *
 * @param overwrite whether an existing file is replaced
 * @param bitDepth bits a channel, 8 or 16; empty for the format's own: 8 for PNG and JPEG, 16 for
 *     TIFF
 * @param jpegQuality the quality of a JPEG, 1 to 100; other formats are lossless
 * @param exif what a camera wrote about the picture this one was made from; empty for nothing
 * @param description text to keep in the file, read back by {@link ImageCodec#description}; any
 *     Unicode but the character NUL and halves of surrogate pairs; empty for none
 */
public record WriteOptions(
    boolean overwrite,
    OptionalInt bitDepth,
    int jpegQuality,
    Optional<Exif> exif,
    Optional<String> description) {
  private static final WriteOptions DEFAULTS =
      new WriteOptions(true, OptionalInt.empty(), 95, Optional.empty(), Optional.empty());

  /**
   * Checks the options.
   *
   * @throws IllegalArgumentException if a value is out of its range
   */
  public WriteOptions {
    Objects.requireNonNull(exif);
    if (bitDepth.isPresent() && bitDepth.getAsInt() != 8 && bitDepth.getAsInt() != 16) {
      throw new IllegalArgumentException("a bit depth of " + bitDepth.getAsInt() + ", not 8 or 16");
    }
    if (jpegQuality < 1 || jpegQuality > 100) {
      throw new IllegalArgumentException("a JPEG quality of " + jpegQuality + ", not 1 to 100");
    }
    if (description.isPresent() && description.get().codePoints().anyMatch(WriteOptions::unfit)) {
      throw new IllegalArgumentException("a description with a NUL or half a surrogate pair");
    }
  }

  private static boolean unfit(int codePoint) {
    return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
  }

  /** Replaces an existing file, in the format's own bit depth, JPEG at quality 95, nothing more. */
  public static WriteOptions defaults() {
    return DEFAULTS;
  }

  /** These options with an existing file replaced or not. */
  public WriteOptions withOverwrite(boolean value) {
    return new WriteOptions(value, bitDepth, jpegQuality, exif, description);
  }

  /** These options with a number of bits a channel, 8 or 16. */
  public WriteOptions withBitDepth(int value) {
    return new WriteOptions(overwrite, OptionalInt.of(value), jpegQuality, exif, description);
  }

  /** These options with a quality for JPEG, 1 to 100. */
  public WriteOptions withJpegQuality(int value) {
    return new WriteOptions(overwrite, bitDepth, value, exif, description);
  }

  /** These options with what a camera wrote, or without. */
  public WriteOptions withExif(Optional<Exif> value) {
    return new WriteOptions(overwrite, bitDepth, jpegQuality, value, description);
  }

  /** These options with a text to keep in the file. */
  public WriteOptions withDescription(String value) {
    return new WriteOptions(overwrite, bitDepth, jpegQuality, exif, Optional.of(value));
  }
}
