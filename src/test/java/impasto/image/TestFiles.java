package impasto.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.stream.ImageOutputStream;

/** Picture files with a little more in them, for tests. */
final class TestFiles {
  private static final int PNG_HEADER_END = 33;
  private static final int JPEG_JFIF_END = 20;

  private TestFiles() {}

  /** A file that {@code scripts/fixtures/image_files.py} wrote. */
  static Path fixture(String name) {
    try {
      return Path.of(TestFiles.class.getResource("files/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  static byte[] fixtureBytes(String name) {
    try {
      return Files.readAllBytes(fixture(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A PNG with a profile. */
  static byte[] pngWithProfile(BufferedImage image, byte[] profile) throws IOException {
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    chunk.writeBytes(ascii("iCCPtest\0\0"));
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(chunk)) {
      deflater.write(profile);
    }
    return withPngChunk(TestImages.encode(image, "png"), chunk.toByteArray());
  }

  /** A PNG with a chunk more, after its header. */
  static byte[] withPngChunk(byte[] png, byte[] typeAndContent) {
    CRC32 checksum = new CRC32();
    checksum.update(typeAndContent);
    ByteBuffer chunk = ByteBuffer.allocate(typeAndContent.length + 8);
    chunk.putInt(typeAndContent.length - 4).put(typeAndContent).putInt((int) checksum.getValue());
    return inserted(png, PNG_HEADER_END, bytes(chunk));
  }

  /** A JPEG, of those the JDK writes, with a profile in two parts. */
  static byte[] jpegWithProfile(byte[] jpeg, byte[] profile) {
    int half = profile.length / 2;
    byte[] first = joined(ascii("ICC_PROFILE\0\1\2"), Arrays.copyOf(profile, half));
    byte[] second =
        joined(ascii("ICC_PROFILE\0\2\2"), Arrays.copyOfRange(profile, half, profile.length));
    return withJpegSegment(withJpegSegment(jpeg, 0xe2, second), 0xe2, first);
  }

  /** A JPEG with a segment more, after its first one if that is JFIF's. */
  static byte[] withJpegSegment(byte[] jpeg, int marker, byte[] content) {
    ByteBuffer segment = ByteBuffer.allocate(4 + content.length);
    segment.put((byte) 0xff).put((byte) marker).putShort((short) (content.length + 2)).put(content);
    boolean jfif = jpeg[3] == (byte) 0xe0;
    return inserted(jpeg, jfif ? JPEG_JFIF_END : 2, bytes(segment));
  }

  /** A TIFF with a profile. */
  static byte[] tiffWithProfile(BufferedImage image, byte[] profile) throws IOException {
    ImageWriter writer = tiffWriter();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(stream);
      TIFFDirectory directory =
          TIFFDirectory.createFromMetadata(
              writer.getDefaultImageMetadata(
                  ImageTypeSpecifier.createFromRenderedImage(image),
                  writer.getDefaultWriteParam()));
      directory.addTIFFField(
          new TIFFField(
              BaselineTIFFTagSet.getInstance().getTag(BaselineTIFFTagSet.TAG_ICC_PROFILE),
              TIFFTag.TIFF_UNDEFINED,
              profile.length,
              profile));
      writer.write(
          null,
          new IIOImage(image, null, directory.getAsMetadata()),
          writer.getDefaultWriteParam());
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** The JDK's writer, as the other one keeps to 8 bits. */
  private static ImageWriter tiffWriter() {
    ImageWriter writer = null;
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("tiff");
    while (writer == null || !writer.getClass().getName().startsWith("com.sun.")) {
      writer = writers.next();
    }
    return writer;
  }

  /** A lossless WebP in the extended format, with a profile. */
  static byte[] webpWithProfile(byte[] lossless, int width, int height, byte[] profile) {
    int hasProfile = 0x20;
    ByteBuffer header = ByteBuffer.allocate(18).order(ByteOrder.LITTLE_ENDIAN);
    header.put(ascii("VP8X")).putInt(10).putInt(hasProfile);
    header.putShort((short) (width - 1)).put((byte) 0);
    header.putShort((short) (height - 1)).put((byte) 0);
    ByteBuffer colors = ByteBuffer.allocate(8 + profile.length + profile.length % 2);
    colors.order(ByteOrder.LITTLE_ENDIAN).put(ascii("ICCP")).putInt(profile.length).put(profile);
    byte[] webp = inserted(lossless, 12, joined(bytes(header), bytes(colors)));
    ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).putInt(4, webp.length - 8);
    return webp;
  }

  static byte[] joined(byte[] first, byte[] second) {
    return inserted(first, first.length, second);
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] inserted(byte[] bytes, int offset, byte[] more) {
    ByteBuffer all = ByteBuffer.allocate(bytes.length + more.length);
    return bytes(all.put(bytes, 0, offset).put(more).put(bytes, offset, bytes.length - offset));
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.capacity()];
    buffer.rewind().get(bytes);
    return bytes;
  }
}
