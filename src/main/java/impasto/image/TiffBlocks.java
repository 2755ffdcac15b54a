package impasto.image;

import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFEntry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFWriter;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** EXIF as the block of bytes that it is in files other than TIFF: a TIFF without a picture. */
final class TiffBlocks {
  private static final Logger LOG = LoggerFactory.getLogger(TiffBlocks.class);

  /** What JPEG puts before the block, and some programs in other formats too. */
  static final byte[] JPEG_PREFIX = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

  private TiffBlocks() {}

  /** The directories of a block; empty if it is damaged, as the picture itself may be whole. */
  static Optional<Directory> read(byte[] block) {
    byte[] tiff =
        startsWith(block, JPEG_PREFIX)
            ? Arrays.copyOfRange(block, JPEG_PREFIX.length, block.length)
            : block;
    try (ByteArrayImageInputStream stream = new ByteArrayImageInputStream(tiff)) {
      return Optional.of(new TIFFReader().read(stream));
    } catch (IOException | RuntimeException e) {
      LOG.debug("EXIF cannot be read and is ignored", e);
      return Optional.empty();
    }
  }

  /** Whether bytes begin with others. */
  static boolean startsWith(byte[] bytes, byte[] prefix) {
    return bytes.length >= prefix.length
        && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
  }

  /**
   * A block of a directory, and of the directories in it, none of which has more in it.
   *
   * <p>TwelveMonkeys would write those in it, too, but without the room at their end that tells
   * that nothing follows.
   *
   * @throws IOException never, as it is written to memory
   */
  static byte[] write(List<Entry> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      stream.setByteOrder(ByteOrder.BIG_ENDIAN);
      TIFFWriter writer = new TIFFWriter();
      writer.writeTIFFHeader(stream);
      long start = stream.getStreamPosition();
      List<Entry> pointing = new ArrayList<>();
      for (Entry entry : entries) {
        if (entry.getValue() instanceof Directory directory) {
          List<Entry> inside = new ArrayList<>();
          directory.forEach(inside::add);
          long offset = append(inside, writer, stream);
          pointing.add(new TIFFEntry((Integer) entry.getIdentifier(), TIFF.TYPE_LONG, offset));
        } else {
          pointing.add(entry);
        }
      }
      long first = append(pointing, writer, stream);
      stream.seek(start);
      writer.writeOffset(stream, first);
    }
    return bytes.toByteArray();
  }

  /** Appends a directory, which is to be at an even place, and tells where it is. */
  private static long append(List<Entry> entries, TIFFWriter writer, ImageOutputStream stream)
      throws IOException {
    long end = stream.getStreamPosition() + writer.computeIFDSize(entries);
    if (end % 2 != 0) {
      stream.write(0);
    }
    long offset = writer.writeIFD(entries, stream);
    stream.seek(stream.length());
    writer.writeOffset(stream, 0);
    return offset;
  }
}
