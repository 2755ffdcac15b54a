package impasto.image;

import com.twelvemonkeys.imageio.metadata.Directory;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a picture file says besides its pixels.
 *
 * @param exif the directories of its EXIF, which in a TIFF are those of the file
 * @param profile its ICC profile, which may be broken
 * @param description the text that was written with {@link WriteOptions#description}
 * @param adobeTransform how a JPEG's colours are stored, as its Adobe segment tells: 0 as they are,
 *     1 YCbCr, 2 YCCK
 */
record Segments(
    Optional<Directory> exif,
    Optional<byte[]> profile,
    Optional<String> description,
    OptionalInt adobeTransform) {
  private static final int UPRIGHT = 1;
  private static final int ORIENTATION = 274;

  /** Of a format that has nothing besides its pixels. */
  static final Segments NONE =
      new Segments(Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty());

  /** Segments without those that only JPEG has. */
  static Segments of(
      Optional<byte[]> exif, Optional<byte[]> profile, Optional<String> description) {
    return new Segments(exif.flatMap(TiffBlocks::read), profile, description, OptionalInt.empty());
  }

  /** How the picture is to be turned, as EXIF numbers it: 1 to 8, 1 for not at all. */
  int orientation() {
    return exif.map(directories -> directories.getEntryById(ORIENTATION))
        .map(entry -> entry.getValue() instanceof Number number ? number.intValue() : UPRIGHT)
        .filter(number -> number >= 1 && number <= 8)
        .orElse(UPRIGHT);
  }
}
