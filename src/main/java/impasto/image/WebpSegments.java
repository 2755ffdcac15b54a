package impasto.image;

import com.drew.imaging.riff.RiffHandler;
import com.drew.imaging.riff.RiffProcessingException;
import com.drew.imaging.riff.RiffReader;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the chunks of a WebP that are not its pixels. */
final class WebpSegments implements RiffHandler {
  private static final String EXIF = "EXIF";
  private static final String PROFILE = "ICCP";

  /** "RIFF" and a length, which counts what follows. */
  private static final int HEADER = 8;

  private final Map<String, byte[]> chunks = new HashMap<>();

  private WebpSegments() {}

  static Segments read(Path file) throws IOException {
    long length = Files.size(file);
    WebpSegments handler = new WebpSegments();
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
      bytes.mark(HEADER);
      ByteBuffer header = ByteBuffer.wrap(bytes.readNBytes(HEADER)).order(ByteOrder.LITTLE_ENDIAN);
      // The decoder would make up what is missing.
      if (length < HEADER || length < HEADER + (header.getInt(4) & 0xffffffffL)) {
        throw new EOFException("it ends early");
      }
      bytes.reset();
      new RiffReader().processRiff(new LimitedReader(bytes, length), handler);
    } catch (RiffProcessingException e) {
      throw new IOException(e.getMessage(), e);
    }
    return Segments.of(
        Optional.ofNullable(handler.chunks.get(EXIF)),
        Optional.ofNullable(handler.chunks.get(PROFILE)),
        Optional.empty());
  }

  @Override
  public boolean shouldAcceptRiffIdentifier(String identifier) {
    return true;
  }

  @Override
  public boolean shouldAcceptChunk(String fourCc) {
    return fourCc.equals(EXIF) || fourCc.equals(PROFILE);
  }

  @Override
  public boolean shouldAcceptList(String fourCc) {
    return false;
  }

  @Override
  public void processChunk(String fourCc, byte[] payload) {
    chunks.putIfAbsent(fourCc, payload);
  }

  /** Chunks that are wrong are the decoder's business. */
  @Override
  public void addError(String message) {}
}
