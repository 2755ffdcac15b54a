package impasto.image;

import impasto.files.AtomicFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Writes picture files, and tells in the user's words why one cannot be written. */
final class PictureWriter {
  private PictureWriter() {}

  static void check(Path file, WriteOptions options) {
    checkName(file, options);
    checkFolder(file);
  }

  private static void checkName(Path file, WriteOptions options) {
    if (Files.isDirectory(file)) {
      throw new UnwritablePictureException(file, "it is a folder; name a file", null);
    }
    boolean isThere = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new UnwritablePictureException(file, "it is a pipe or a device; name a file", null);
    }
    OutputFormat format = OutputFormat.of(file);
    int bits = options.bitDepth().orElse(8);
    if (!format.holdsBits(bits)) {
      throw new UnwritablePictureException(
          file, format + " holds no " + bits + " bits a channel; choose 8 bits, PNG or TIFF", null);
    }
    if (isThere && !options.overwrite()) {
      throw new UnwritablePictureException(
          file, "it exists already; choose another name or allow overwriting", null);
    }
  }

  private static void checkFolder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    String complaint = null;
    if (!Files.exists(folder)) {
      complaint = " does not exist; create it first";
    } else if (!Files.isDirectory(folder)) {
      complaint = " is not a folder; choose another place";
    } else if (isReadOnly(folder)) {
      complaint = " is on a file system that is read-only; choose another folder";
    } else if (!Files.isWritable(folder)) {
      complaint = " is not writable; choose another folder";
    }
    if (complaint != null) {
      throw new UnwritablePictureException(file, folder + complaint, null);
    }
    try {
      AtomicFile.tryBeside(file);
    } catch (IOException e) {
      throw new UnwritablePictureException(
          file, folder + " takes no new files (" + Reasons.of(e) + "); choose another folder", e);
    }
  }

  private static boolean isReadOnly(Path folder) {
    try {
      return Files.getFileStore(folder).isReadOnly();
    } catch (IOException e) {
      // Not every file system can be asked; trying to write will tell.
      return false;
    }
  }

  static void write(Picture picture, Path file, WriteOptions options, AtomicFile.Finish finish) {
    check(file, options);
    byte[] bytes = encode(picture, file, options);
    try {
      AtomicFile.write(file, bytes, options.overwrite(), finish);
    } catch (FileAlreadyExistsException e) {
      throw new UnwritablePictureException(
          file, "it exists already; choose another name or allow overwriting", e);
    } catch (IOException e) {
      throw new UnwritablePictureException(
          file, Reasons.of(e) + "; check the space and the permissions there", e);
    }
  }

  private static byte[] encode(Picture picture, Path file, WriteOptions options) {
    try {
      return OutputFormat.of(file).encode(picture, options);
    } catch (UnsupportedPictureException e) {
      throw new UnwritablePictureException(file, e.getMessage(), e);
    } catch (IOException | RuntimeException e) {
      throw new UnwritablePictureException(
          file, Reasons.of(e) + "; choose a smaller size or the other format", e);
    } catch (OutOfMemoryError e) {
      throw new UnwritablePictureException(
          file, "not enough memory to encode it; give Java more with -Xmx", e);
    }
  }
}
