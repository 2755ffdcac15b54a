package impasto.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads and writes picture files, in floating point and without colour shifts. */
public final class ImageCodec {
  private static final Logger LOG = LoggerFactory.getLogger(ImageCodec.class);

  private ImageCodec() {}

  /**
   * Reads a picture file: PNG, JPEG, BMP, GIF (its first frame) or whatever else ImageIO decodes.
   *
   * <p>8-bit samples are divided by 255 and 16-bit samples by 65535; a grey picture gets three
   * equal channels. Transparency is flattened on white. ImageIO converts a JPEG with an RGB profile
   * to sRGB; other profiles and the orientation tag are ignored.
   *
   * @param file the file to read
   * @return the picture, in 0..1
   * @throws UnreadablePictureException if the file is missing, damaged, of an unsupported kind,
   *     larger than 2^28 pixels or too large for the heap
   */
  public static Picture read(Path file) {
    if (Files.isDirectory(file)) {
      throw new UnreadablePictureException(file, "it is a folder; name a picture file", null);
    }
    try {
      BufferedImage image = Decoder.decode(file);
      if (image.getColorModel().hasAlpha()) {
        LOG.debug("{}: transparency flattened on white", file);
      }
      return Pixels.toPicture(image);
    } catch (UnsupportedPictureException e) {
      throw new UnreadablePictureException(file, e.getMessage(), e);
    } catch (NoSuchFileException e) {
      throw new UnreadablePictureException(file, "no such file; check the path", e);
    } catch (AccessDeniedException e) {
      throw new UnreadablePictureException(file, "permission denied; make it readable", e);
    } catch (IOException | RuntimeException e) {
      // Decoders throw nearly anything on a damaged file.
      throw new UnreadablePictureException(
          file, "damaged or incomplete (" + reason(e) + "); get a whole copy", e);
    } catch (OutOfMemoryError e) {
      throw new UnreadablePictureException(
          file, "too large for the memory; shrink it or give Java more with -Xmx", e);
    }
  }

  /**
   * Checks, before any work is spent on it, that a picture can be written to a place.
   *
   * @param file the file to write later
   * @throws UnwritablePictureException if it is a folder, if its extension is not .png, .jpg or
   *     .jpeg, or if the folder it belongs in is missing or not writable
   */
  public static void checkWritable(Path file) {
    if (Files.isDirectory(file)) {
      throw new UnwritablePictureException(file, "it is a folder; name a file", null);
    }
    OutputFormat.of(file);
    Path folder = file.toAbsolutePath().getParent();
    String complaint = null;
    if (!Files.exists(folder)) {
      complaint = " does not exist; create it first";
    } else if (!Files.isDirectory(folder)) {
      complaint = " is not a folder; choose another place";
    } else if (!Files.isWritable(folder)) {
      complaint = " is not writable; choose another folder";
    }
    if (complaint != null) {
      throw new UnwritablePictureException(file, folder + complaint, null);
    }
  }

  /**
   * Writes a picture, replacing an existing file; otherwise as {@link #write(Picture, Path,
   * boolean)}.
   *
   * @param picture the picture to write
   * @param file the file to write
   * @throws UnwritablePictureException if the picture cannot be written there
   */
  public static void write(Picture picture, Path file) {
    write(picture, file, true);
  }

  /**
   * Writes a picture as PNG or as JPEG of quality 0.95, as the extension says, 8 bits a channel.
   *
   * <p>Values are clamped to 0..1 and rounded to the nearest step. The file appears whole or not at
   * all: it is written beside its place and then moved into it. A symbolic link is replaced, not
   * followed.
   *
   * @param picture the picture to write
   * @param file the file to write
   * @param overwrite whether an existing file is replaced; without it, a file that appeared since
   *     the caller last looked is left alone too
   * @throws UnwritablePictureException if a value is not finite or the file cannot be written; what
   *     was at the place before is then untouched
   */
  public static void write(Picture picture, Path file, boolean overwrite) {
    checkWritable(file);
    byte[] bytes = encode(picture, file);
    try {
      AtomicFile.write(file, bytes, overwrite);
    } catch (FileAlreadyExistsException e) {
      throw new UnwritablePictureException(
          file, "it exists already; choose another name or allow overwriting", e);
    } catch (IOException e) {
      throw new UnwritablePictureException(
          file, reason(e) + "; check the space and the permissions there", e);
    }
  }

  private static byte[] encode(Picture picture, Path file) {
    try {
      return Encoder.encode(Pixels.toImage(picture), OutputFormat.of(file));
    } catch (UnsupportedPictureException e) {
      throw new UnwritablePictureException(file, e.getMessage(), e);
    } catch (IOException | RuntimeException e) {
      throw new UnwritablePictureException(
          file, reason(e) + "; choose a smaller size or the other format", e);
    } catch (OutOfMemoryError e) {
      throw new UnwritablePictureException(
          file, "not enough memory to encode it; give Java more with -Xmx", e);
    }
  }

  private static String reason(Exception e) {
    String name = e.getClass().getSimpleName();
    if (e.getMessage() == null) {
      return name;
    }
    // The message of a file system exception without a reason is a bare path.
    boolean bare = e instanceof FileSystemException f && f.getReason() == null;
    return bare ? name + ": " + e.getMessage() : e.getMessage();
  }
}
