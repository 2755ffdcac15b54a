package impasto.image;

import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.imaging.jpeg.JpegSegmentData;
import com.drew.imaging.jpeg.JpegSegmentReader;
import com.drew.imaging.jpeg.JpegSegmentType;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the segments of a JPEG that are not its pixels. */
final class JpegSegments {
  /** What a comment begins with if it holds the description, or the next part of it. */
  static final byte[] DESCRIPTION_PREFIX = "impasto:".getBytes(StandardCharsets.US_ASCII);

  /**
   * What a segment with a part of an ICC profile begins with; its number and their count follow.
   */
  private static final byte[] PROFILE_PREFIX = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);

  private static final byte[] ADOBE_PREFIX = "Adobe".getBytes(StandardCharsets.US_ASCII);

  /** Where an Adobe segment tells how the colours are stored. */
  private static final int ADOBE_TRANSFORM = 11;

  private static final List<JpegSegmentType> WANTED =
      List.of(
          JpegSegmentType.APP1, JpegSegmentType.APP2, JpegSegmentType.APPE, JpegSegmentType.COM);

  private JpegSegments() {}

  static Segments read(Path file) throws IOException {
    JpegSegmentData all = segments(file);
    List<byte[]> exif = starting(all, JpegSegmentType.APP1, TiffBlocks.JPEG_PREFIX);
    List<byte[]> profile = starting(all, JpegSegmentType.APP2, PROFILE_PREFIX);
    profile.sort(Comparator.comparingInt(part -> numberOf(part)));
    List<byte[]> description = starting(all, JpegSegmentType.COM, DESCRIPTION_PREFIX);
    List<byte[]> adobe = starting(all, JpegSegmentType.APPE, ADOBE_PREFIX);
    boolean transform = !adobe.isEmpty() && adobe.get(0).length > ADOBE_TRANSFORM;
    return new Segments(
        exif.stream().findFirst().flatMap(TiffBlocks::read),
        joined(profile, PROFILE_PREFIX.length + 2),
        joined(description, DESCRIPTION_PREFIX.length)
            .map(text -> new String(text, StandardCharsets.UTF_8)),
        transform ? OptionalInt.of(adobe.get(0)[ADOBE_TRANSFORM]) : OptionalInt.empty());
  }

  private static JpegSegmentData segments(Path file) throws IOException {
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
      return JpegSegmentReader.readSegments(new LimitedReader(bytes, Files.size(file)), WANTED);
    } catch (JpegProcessingException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static List<byte[]> starting(JpegSegmentData all, JpegSegmentType type, byte[] prefix) {
    List<byte[]> some = new ArrayList<>();
    for (byte[] segment : all.getSegments(type)) {
      if (TiffBlocks.startsWith(segment, prefix)) {
        some.add(segment);
      }
    }
    return some;
  }

  private static int numberOf(byte[] part) {
    return part.length > PROFILE_PREFIX.length ? part[PROFILE_PREFIX.length] & 0xff : 0;
  }

  private static Optional<byte[]> joined(List<byte[]> parts, int header) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      whole.write(part, Math.min(header, part.length), Math.max(0, part.length - header));
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(whole.toByteArray());
  }
}
