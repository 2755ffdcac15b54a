package impasto.image;

import impasto.files.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads and writes picture files, in floating point and without colour shifts. */
public final class ImageCodec {
  private ImageCodec() {}

  /**
   * Reads a picture file of at most 2^28 pixels; otherwise as {@link #readFile}.
   *
   * @param file the file to read
   * @return the picture, in 0..1
   * @throws UnreadablePictureException if the picture cannot be read
   */
  public static Picture read(Path file) {
    return readFile(file, Decoder.MAX_PIXELS).picture();
  }

  /**
   * Reads a picture file: PNG, JPEG, TIFF, WebP, BMP or GIF, of several pictures the first.
   *
   * <p>Samples of b bits are divided by 2^b - 1, b at most 16; a grey picture gets three equal
   * channels. Alpha is kept, and colours that are multiplied by it in the file are divided again.
   * The picture is turned as EXIF asks for. Colours with an ICC profile (RGB, grey or CMYK; not in
   * BMP and GIF) are converted to sRGB and clamped to 0..1; without a profile, and with a broken
   * one, which is logged as a warning, RGB and grey are taken for sRGB, and CMYK becomes (1 - C) (1
   * - K) and so on. PNG's older ways to tell of colours (gAMA, cHRM) are not heeded.
   *
   * @param file the file to read; nothing but a regular file is opened
   * @param maxPixels the most pixels the file may announce, refused before any of them is decoded
   * @return the picture, in 0..1, and the file's EXIF
   * @throws UnreadablePictureException if the file is missing, damaged, incomplete, of an
   *     unsupported kind, larger than the limit or too large for the heap
   */
  public static PictureFile readFile(Path file, long maxPixels) {
    return PictureReader.read(file, maxPixels);
  }

  /**
   * Reads a picture of which a small copy will be made: rows and columns of a large one are left
   * out, which takes less time and memory. Of a smaller picture it is all.
   *
   * @param file the file
   * @param side the longer side that is more than enough for the copy, in pixels; what is returned
   *     has at least so many, and less than twice as many, unless the picture has fewer
   * @throws UnreadablePictureException if it cannot be read
   */
  public static Picture readCoarsely(Path file, int side) {
    return PictureReader.read(file, Decoder.MAX_PIXELS, side).picture();
  }

  /**
   * The size of a picture, from the head of its file: no pixel is decoded, so that damage further
   * on is not noticed.
   *
   * @param file the file to read; nothing but a regular file is opened
   * @param maxPixels the most pixels the file may announce
   * @return the size once the picture is turned as EXIF asks for
   * @throws UnreadablePictureException as {@link #readFile}, as far as the head of the file tells
   */
  public static Size size(Path file, long maxPixels) {
    return PictureReader.size(file, maxPixels);
  }

  /**
   * Reads back the text that a picture was written with.
   *
   * @param file a picture file in a format that is read
   * @return the text, as {@link WriteOptions#description} had it; empty if the file has none of
   *     ours
   * @throws UnreadablePictureException if the file is missing, no picture, or damaged where such
   *     texts are; its pixels are not looked at
   */
  public static Optional<String> description(Path file) {
    return PictureReader.description(file);
  }

  /**
   * Checks, before any work is spent on it, that a picture can be written to a place, with {@link
   * WriteOptions#defaults()}.
   *
   * @param file the file to write later
   * @throws UnwritablePictureException if it cannot be
   */
  public static void checkWritable(Path file) {
    checkWritable(file, WriteOptions.defaults());
  }

  /**
   * Checks, before any work is spent on it, that a picture can be written to a place. To be sure of
   * the folder, a file is made in it and removed.
   *
   * @param file the file to write later
   * @param options how it is to be written
   * @throws UnwritablePictureException if it is a folder or a device, if its extension is not .png,
   *     .jpg, .jpeg, .tif or .tiff, if its format does not hold the bit depth, if it exists and is
   *     not to be replaced, or if the folder it belongs in is missing or takes no files
   */
  public static void checkWritable(Path file, WriteOptions options) {
    PictureWriter.check(file, options);
  }

  /**
   * Whether a file to write will keep the alpha of a picture: JPEG does not, PNG and TIFF do.
   *
   * @throws UnwritablePictureException if the extension is missing or unknown
   */
  public static boolean holdsAlpha(Path file) {
    return OutputFormat.of(file).holdsAlpha();
  }

  /**
   * Writes a picture with {@link WriteOptions#defaults()}, replacing an existing file.
   *
   * @param picture the picture to write
   * @param file the file to write
   * @throws UnwritablePictureException if the picture cannot be written there
   */
  public static void write(Picture picture, Path file) {
    write(picture, file, WriteOptions.defaults());
  }

  /**
   * Writes a picture with {@link WriteOptions#defaults()} but for replacing an existing file.
   *
   * @param picture the picture to write
   * @param file the file to write
   * @param overwrite whether an existing file is replaced
   * @throws UnwritablePictureException if the picture cannot be written there
   */
  public static void write(Picture picture, Path file, boolean overwrite) {
    write(picture, file, WriteOptions.defaults().withOverwrite(overwrite));
  }

  /**
   * Writes a picture as PNG, JPEG or TIFF, as the extension says.
   *
   * <p>Values are clamped to 0..1 and rounded to the nearest step; the file says that they are
   * sRGB, by an ICC profile. PNG and TIFF are lossless and keep alpha; JPEG stores colour as fine
   * as brightness (4:4:4), and what is transparent is laid on white. Of EXIF, orientation and size
   * are those of this picture; see {@link Exif} for what is left behind. Equal pictures and options
   * give equal bytes.
   *
   * <p>The file appears whole or not at all: it is written beside its place, forced to the disk and
   * moved. A symbolic link is replaced, not followed.
   *
   * @param picture the picture to write
   * @param file the file to write
   * @param options how; without overwriting, a file that appeared since the caller last looked is
   *     left alone too
   * @throws UnwritablePictureException if a value is not finite or the file cannot be written; what
   *     was at the place before is then untouched
   */
  public static void write(Picture picture, Path file, WriteOptions options) {
    write(picture, file, options, whole -> {});
  }

  /**
   * Writes a picture as {@link #write(Picture, Path, WriteOptions)} does, with something to be done
   * before it appears.
   *
   * @param picture the picture to write
   * @param file the file to write
   * @param options how
   * @param finish done to the whole temporary file
   * @throws UnwritablePictureException also if that fails; the picture then does not appear
   */
  public static void write(
      Picture picture, Path file, WriteOptions options, AtomicFile.Finish finish) {
    PictureWriter.write(picture, file, options, finish);
  }

  /**
   * A picture as a JPEG for a page: colours coarser than brightness, neither profile nor metadata;
   * what is transparent is laid on white.
   *
   * @param picture the picture, all of whose values are finite
   * @param quality 1 to 100
   * @throws IllegalArgumentException if a value is not finite or JPEG cannot hold the size
   */
  public static byte[] bareJpeg(Picture picture, int quality) {
    try {
      return OutputFormat.bareJpeg(picture, quality);
    } catch (IOException e) {
      throw new IllegalArgumentException("no JPEG: " + e.getMessage(), e);
    }
  }
}
