package impasto.cli;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Pictures to break, and broken ones, written byte by byte from the formats' specifications. */
final class BadPictures {
  /** 24 x 20 pixels of colourful clouds, lossy; made with libwebp from noise. */
  private static final String WEBP =
      "UklGRpgAAABXRUJQVlA4IIwAAAAwBACdASoYABQAPu1srFEppaQiqAqpMB2JbACdMoR11zKCT7qo1h695gAA/uyJ"
          + "OsTfEgii5wKz+ueqrh8E/+CbP+4EZBeyOQcC4Dxc0xkhwp0EfhpaJ171TfgocWpk+BcVly49uC2GJMrL3vrj"
          + "xTZRhnB6YbwKXEAWCaeKMRQMNhHVfcRxUxznpEAAAA==";

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

  private BadPictures() {}

  /** A whole picture of 24 x 20 pixels of noise. */
  static byte[] whole(String format) throws IOException {
    if (format.equals("webp")) {
      return Base64.getDecoder().decode(WEBP);
    }
    BufferedImage image = new BufferedImage(24, 20, BufferedImage.TYPE_3BYTE_BGR);
    Random random = new Random(5);
    for (int i = 0; i < 24 * 20; i++) {
      image.setRGB(i % 24, i / 24, random.nextInt(1 << 24));
    }
    return written(image, format);
  }

  /** A whole picture without any colour to be seen. */
  static byte[] transparent() throws IOException {
    return written(new BufferedImage(24, 20, BufferedImage.TYPE_INT_ARGB), "png");
  }

  private static byte[] written(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (!ImageIO.write(image, format, bytes)) {
      throw new IOException("ImageIO cannot write " + format);
    }
    return bytes.toByteArray();
  }

  /** A small file whose header announces a picture of some size. */
  static byte[] announcing(String format, int width, int height) throws IOException {
    return switch (format) {
      case "png" -> png(header(width, height, 8, 2), chunk("IDAT", deflated(100)));
      case "jpeg" -> jpeg(width, height);
      case "tiff" -> tiff(width, height);
      case "gif" -> gif((short) width, (short) height);
      case "bmp" -> {
        byte[] bytes = whole("bmp");
        little(bytes).putInt(18, width).putInt(22, height);
        yield bytes;
      }
      case "webp" -> webp(width, height);
      default -> throw new IllegalArgumentException(format);
    };
  }

  /** A PNG of so many black pixels a side in a few kilobytes: a bit a pixel, all alike. */
  static byte[] blackPng(int side) throws IOException {
    int rowBytes = 1 + (side + 7) / 8;
    return png(header(side, side, 1, 0), chunk("IDAT", deflated(rowBytes * side)));
  }

  private static byte[] png(byte[]... chunks) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(SIGNATURE);
    for (byte[] chunk : chunks) {
      bytes.write(chunk);
    }
    bytes.write(chunk("IEND", new byte[0]));
    return bytes.toByteArray();
  }

  private static byte[] header(int width, int height, int bits, int colorType) {
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    return chunk("IHDR", header.put((byte) bits).put((byte) colorType).array());
  }

  private static byte[] chunk(String type, byte[] data) {
    CRC32 checksum = new CRC32();
    checksum.update(type.getBytes(US_ASCII));
    checksum.update(data);
    ByteBuffer chunk = ByteBuffer.allocate(data.length + 12).putInt(data.length);
    return chunk.put(type.getBytes(US_ASCII)).put(data).putInt((int) checksum.getValue()).array();
  }

  private static byte[] deflated(int zeros) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] some = new byte[1 << 16];
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
      for (int left = zeros; left > 0; left -= some.length) {
        out.write(some, 0, Math.min(left, some.length));
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] jpeg(int width, int height) throws IOException {
    byte[] bytes = whole("jpeg");
    for (int i = 2; ; i += 2 + (little(bytes).order(BIG_ENDIAN).getShort(i + 2) & 0xffff)) {
      // SOF0: marker, length, precision, height, width.
      if (bytes[i + 1] == (byte) 0xc0) {
        little(bytes).order(BIG_ENDIAN).putShort(i + 5, (short) height);
        little(bytes).order(BIG_ENDIAN).putShort(i + 7, (short) width);
        return bytes;
      }
    }
  }

  /** A black-and-white strip of 100 bytes; an entry is a tag, the type LONG, a count, a value. */
  private static byte[] tiff(int width, int height) {
    int[][] entries = {
      {256, width},
      {257, height},
      {258, 8},
      {259, 1},
      {262, 1},
      {273, 8},
      {277, 1},
      {278, height},
      {279, 100}
    };
    byte[] bytes = new byte[108 + 2 + 12 * entries.length + 4];
    ByteBuffer file = little(bytes);
    file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(108).position(108);
    file.putShort((short) entries.length);
    for (int[] entry : entries) {
      file.putShort((short) entry[0]).putShort((short) 4).putInt(1).putInt(entry[1]);
    }
    return bytes;
  }

  private static byte[] gif(short width, short height) {
    byte[] bytes = new byte[40];
    ByteBuffer file = little(bytes).put("GIF89a".getBytes(US_ASCII));
    file.putShort(width).putShort(height).put((byte) 0x80).put(new byte[8]);
    file.put((byte) 0x2c).putInt(0).putShort(width).putShort(height).put((byte) 0);
    file.put((byte) 2).put((byte) 1).put((byte) 0x44).put((byte) 0).put((byte) 0x3b);
    return bytes;
  }

  /** The extended header alone, and nothing of the picture behind it. */
  private static byte[] webp(int width, int height) {
    byte[] bytes = new byte[30];
    ByteBuffer file = little(bytes).put("RIFF".getBytes(US_ASCII)).putInt(22);
    file.put("WEBPVP8X".getBytes(US_ASCII)).putInt(10).putInt(0);
    file.put((byte) (width - 1)).putShort((short) ((width - 1) >> 8));
    file.put((byte) (height - 1)).putShort((short) ((height - 1) >> 8));
    return bytes;
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(LITTLE_ENDIAN);
  }
}
