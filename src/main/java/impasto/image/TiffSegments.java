package impasto.image;

import com.twelvemonkeys.imageio.metadata.CompoundDirectory;
import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import javax.imageio.stream.ImageInputStream;

/** Reads the tags of a TIFF that are not about its pixels. */
final class TiffSegments {
  /** What the image description begins with if it is the description we wrote. */
  static final String DESCRIPTION_PREFIX = "impasto:";

  private static final String ENDS_EARLY = "it ends early";

  private TiffSegments() {}

  static Segments read(Path file) throws IOException {
    long length = Files.size(file);
    try (ImageInputStream stream = Streams.open(file)) {
      CompoundDirectory all = (CompoundDirectory) new TIFFReader().read(stream);
      if (all.directoryCount() == 0) {
        throw new EOFException(ENDS_EARLY);
      }
      Directory directory = all.getDirectory(0);
      checkEnd(directory, TIFF.TAG_STRIP_OFFSETS, TIFF.TAG_STRIP_BYTE_COUNTS, length);
      checkEnd(directory, TIFF.TAG_TILE_OFFSETS, TIFF.TAG_TILE_BYTE_COUNTS, length);
      return new Segments(
          Optional.of(directory),
          value(directory, TIFF.TAG_ICC_PROFILE, byte[].class),
          value(directory, TIFF.TAG_IMAGE_DESCRIPTION, String.class)
              .filter(text -> text.startsWith(DESCRIPTION_PREFIX))
              .map(text -> text.substring(DESCRIPTION_PREFIX.length())),
          OptionalInt.empty());
    }
  }

  /** The value of a tag, if it is there and of a type. */
  private static <T> Optional<T> value(Directory directory, int tag, Class<T> type)
      throws EOFException {
    Entry entry = directory.getEntryById(tag);
    // That is how the reader tells that a value lies beyond the end.
    if (entry != null && entry.getValue() instanceof EOFException) {
      throw new EOFException(ENDS_EARLY);
    }
    return Optional.ofNullable(entry).map(Entry::getValue).filter(type::isInstance).map(type::cast);
  }

  /** Refuses pixels that lie beyond the end of the file, where decoders may make them up. */
  private static void checkEnd(Directory directory, int offsetTag, int countTag, long length)
      throws EOFException {
    Object offsets = value(directory, offsetTag, Object.class).orElse(new long[0]);
    Object counts = value(directory, countTag, Object.class).orElse(new long[0]);
    for (int i = 0; i < Math.min(size(offsets), size(counts)); i++) {
      if (number(offsets, i) + number(counts, i) > length) {
        throw new EOFException(ENDS_EARLY);
      }
    }
  }

  private static int size(Object value) {
    return value.getClass().isArray() ? Array.getLength(value) : 1;
  }

  private static long number(Object value, int index) {
    Object number = value.getClass().isArray() ? Array.get(value, index) : value;
    return number instanceof Number some ? some.longValue() : 0;
  }
}
