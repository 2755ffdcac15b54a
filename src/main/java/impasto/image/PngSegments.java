package impasto.image;

import com.drew.imaging.png.PngChunk;
import com.drew.imaging.png.PngChunkReader;
import com.drew.imaging.png.PngChunkType;
import com.drew.imaging.png.PngProcessingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.zip.InflaterInputStream;

/** Reads the chunks of a PNG that are not its pixels. */
final class PngSegments {
  /** The keyword of the text chunk that holds the description. */
  static final String KEYWORD = "impasto";

  /** No profile is as large; what inflates to more is broken on purpose. */
  private static final int MOST_OF_A_PROFILE = 1 << 26;

  private static final Set<PngChunkType> WANTED =
      Set.of(PngChunkType.eXIf, PngChunkType.iCCP, PngChunkType.iTXt);

  private PngSegments() {}

  static Segments read(Path file) throws IOException {
    Optional<byte[]> exif = Optional.empty();
    Optional<byte[]> profile = Optional.empty();
    Optional<String> description = Optional.empty();
    for (PngChunk chunk : chunks(file)) {
      byte[] data = chunk.getBytes();
      if (chunk.getType().equals(PngChunkType.eXIf)) {
        exif = exif.or(() -> Optional.of(data));
      } else if (chunk.getType().equals(PngChunkType.iCCP)) {
        profile = profile.or(() -> Optional.of(profile(data)));
      } else {
        description = description.or(() -> description(data));
      }
    }
    return Segments.of(exif, profile, description);
  }

  private static Iterable<PngChunk> chunks(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return new PngChunkReader().extract(new LimitedReader(bytes, Files.size(file)), WANTED);
    } catch (PngProcessingException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** After the name and its end comes a byte that tells the compression, of which there is one. */
  private static byte[] profile(byte[] chunk) {
    int start = Math.min(end(chunk, 0) + 2, chunk.length);
    try (InputStream inflated =
        new InflaterInputStream(new ByteArrayInputStream(chunk, start, chunk.length - start))) {
      return inflated.readNBytes(MOST_OF_A_PROFILE);
    } catch (IOException e) {
      // No profile either: whoever uses it will say that it is broken.
      return new byte[0];
    }
  }

  /** Keyword, end, whether compressed, how, language, end, translated keyword, end, text. */
  private static Optional<String> description(byte[] chunk) {
    int keyword = end(chunk, 0);
    int language = keyword + 3;
    if (!new String(chunk, 0, keyword, StandardCharsets.ISO_8859_1).equals(KEYWORD)
        || language > chunk.length
        || chunk[keyword + 1] != 0) {
      return Optional.empty();
    }
    int start = end(chunk, end(chunk, language) + 1) + 1;
    return start > chunk.length
        ? Optional.empty()
        : Optional.of(new String(chunk, start, chunk.length - start, StandardCharsets.UTF_8));
  }

  /** Where the text that starts at a place ends: at a byte 0, or with the chunk. */
  private static int end(byte[] chunk, int start) {
    int end = Math.min(start, chunk.length);
    while (end < chunk.length && chunk[end] != 0) {
      end++;
    }
    return end;
  }
}
