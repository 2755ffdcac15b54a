package impasto.image;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.stream.ImageInputStream;

/** Reads picture files, and tells in the user's words why one cannot be read. */
final class PictureReader {
  /** Something read from a picture file. */
  @FunctionalInterface
  private interface Reading<T> {
    T read(ImageInputStream stream, InputFormat format) throws IOException;
  }

  private PictureReader() {}

  static PictureFile read(Path file, long maxPixels) {
    return read(file, maxPixels, Integer.MAX_VALUE);
  }

  static PictureFile read(Path file, long maxPixels, int coarseSide) {
    return read(
        file,
        (stream, format) -> {
          Segments segments = format.segments(file);
          Decoded decoded =
              Decoder.decode(stream, format, maxPixels, segments.adobeTransform(), coarseSide);
          int colors = decoded.channels().colors().size();
          Picture stored =
              Pixels.toPicture(decoded, Profiles.conversion(segments.profile(), colors, file));
          return new PictureFile(
              Orientation.upright(stored, segments.orientation()),
              segments.exif().flatMap(Exif::of));
        });
  }

  static Size size(Path file, long maxPixels) {
    return read(
        file,
        (stream, format) -> {
          int orientation = format.segments(file).orientation();
          return Orientation.upright(Decoder.size(stream, format, maxPixels), orientation);
        });
  }

  static Optional<String> description(Path file) {
    return read(file, (stream, format) -> format.segments(file).description());
  }

  private static <T> T read(Path file, Reading<T> reading) {
    try {
      // A named pipe would keep us waiting for someone to write to it, a device for ever.
      if (Files.isDirectory(file)) {
        throw new UnsupportedPictureException("it is a folder; name a picture file");
      }
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new UnsupportedPictureException(
            "it is a pipe or a device; copy what it gives to a file and name that");
      }
      if (Files.exists(file) && !Files.isReadable(file)) {
        throw new AccessDeniedException(file.toString());
      }
      if (Files.size(file) == 0) {
        throw new UnsupportedPictureException("it is empty; get a whole copy");
      }
      try (ImageInputStream stream = Streams.open(file)) {
        return reading.read(stream, InputFormat.of(stream));
      }
    } catch (UnsupportedPictureException e) {
      throw new UnreadablePictureException(file, e.getMessage(), e);
    } catch (NoSuchFileException e) {
      throw new UnreadablePictureException(file, "no such file; check the path", e);
    } catch (AccessDeniedException e) {
      throw new UnreadablePictureException(file, "permission denied; make it readable", e);
    } catch (IOException | RuntimeException e) {
      // Decoders throw nearly anything on a damaged file.
      throw new UnreadablePictureException(
          file, "damaged or incomplete (" + Reasons.of(e) + "); get a whole copy", e);
    } catch (OutOfMemoryError e) {
      throw new UnreadablePictureException(
          file, "too large for the memory; shrink it or give Java more with -Xmx", e);
    }
  }
}
