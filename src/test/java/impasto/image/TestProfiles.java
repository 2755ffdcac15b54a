package impasto.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** ICC profiles written by the rules of ICC.1:2001-04, for tests. */
final class TestProfiles {
  /**
   * XYZ of red, green and blue under D50, as Lindbloom lists them after the Bradford adaptation.
   */
  static final double[][] SRGB = {
    {0.4360747, 0.2225045, 0.0139322},
    {0.3850649, 0.7168786, 0.0971045},
    {0.1430804, 0.0606169, 0.7141733}
  };

  static final double[][] ADOBE_RGB = {
    {0.6097559, 0.3111242, 0.0194811},
    {0.2052401, 0.6256560, 0.0608902},
    {0.1492240, 0.0632197, 0.7448387}
  };

  private TestProfiles() {}

  /** A profile of a screen: the same curve for all channels, and the XYZ of each. */
  static byte[] rgb(double[][] primaries, byte[] curve) {
    Map<String, byte[]> tags = new LinkedHashMap<>();
    for (int c = 0; c < 3; c++) {
      tags.put("rgb".charAt(c) + "XYZ", xyz(primaries[c]));
      tags.put("rgb".charAt(c) + "TRC", curve);
    }
    return profile("mntr", "RGB ", "XYZ ", tags);
  }

  static byte[] grey(byte[] curve) {
    return profile("mntr", "GRAY", "XYZ ", new LinkedHashMap<>(Map.of("kTRC", curve)));
  }

  /**
   * A profile of a press whose paper is white, on which any ink is the grey of L* = 50, and all
   * that has black in it is black.
   */
  static byte[] cmyk() {
    ByteBuffer table = tag("mft2", 8 + 36 + 4 + 16 + 16 * 6 + 12);
    table.put((byte) 4).put((byte) 3).put((byte) 2).put((byte) 0);
    for (int i = 0; i < 9; i++) {
      table.putInt(i % 4 == 0 ? 1 << 16 : 0);
    }
    table.putShort((short) 2).putShort((short) 2);
    for (int channel = 0; channel < 4; channel++) {
      table.putShort((short) 0).putShort((short) 0xffff);
    }
    for (int corner = 0; corner < 16; corner++) {
      boolean black = corner % 2 == 1;
      int lightness = black ? 0 : corner == 0 ? 0xff00 : 0x7f80;
      table.putShort((short) lightness).putShort((short) 0x8000).putShort((short) 0x8000);
    }
    for (int channel = 0; channel < 3; channel++) {
      table.putShort((short) 0).putShort((short) 0xffff);
    }
    return profile("prtr", "CMYK", "Lab ", new LinkedHashMap<>(Map.of("A2B0", bytes(table))));
  }

  /** The light is the value itself. */
  static byte[] straight() {
    return bytes(tag("curv", 4).putInt(0));
  }

  /** The light is a power of the value, in units of 1/256. */
  static byte[] power(double exponent) {
    return bytes(tag("curv", 6).putInt(1).putShort((short) Math.round(exponent * 256)));
  }

  /** The light at as many values. */
  static byte[] sampled(int count, DoubleUnaryOperator light) {
    ByteBuffer curve = tag("curv", 4 + 2 * count).putInt(count);
    for (int i = 0; i < count; i++) {
      curve.putShort((short) Math.round(65535 * light.applyAsDouble((double) i / (count - 1))));
    }
    return bytes(curve);
  }

  /** A formula of the types 0 to 4 with its numbers. */
  static byte[] formula(int type, double... numbers) {
    ByteBuffer curve = tag("para", 4 + 4 * numbers.length).putShort((short) type);
    curve.putShort((short) 0);
    for (double number : numbers) {
      curve.putInt(fixed(number));
    }
    return bytes(curve);
  }

  private static byte[] xyz(double[] values) {
    ByteBuffer tag = tag("XYZ ", 12);
    for (double value : values) {
      tag.putInt(fixed(value));
    }
    return bytes(tag);
  }

  private static int fixed(double value) {
    return (int) Math.round(value * 65536);
  }

  private static ByteBuffer tag(String type, int content) {
    return ByteBuffer.allocate(8 + content).put(ascii(type)).putInt(0);
  }

  private static byte[] profile(
      String deviceClass, String space, String connection, Map<String, byte[]> tags) {
    tags.put("wtpt", xyz(new double[] {0.9642, 1, 0.8249}));
    tags.put("cprt", bytes(tag("text", 8).put(ascii("nobody's"))));
    tags.put("desc", bytes(tag("desc", 82).putInt(5).put(ascii("test\0"))));
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    ByteBuffer table = ByteBuffer.allocate(4 + 12 * tags.size()).putInt(tags.size());
    tags.forEach(
        (name, data) -> {
          table
              .put(ascii(name))
              .putInt(128 + table.capacity() + content.size())
              .putInt(data.length);
          content.writeBytes(data);
          content.writeBytes(new byte[-data.length & 3]);
        });
    int size = 128 + table.capacity() + content.size();
    ByteBuffer profile = ByteBuffer.allocate(size).putInt(size).putInt(0).putInt(0x02100000);
    profile.put(ascii(deviceClass)).put(ascii(space)).put(ascii(connection));
    profile.position(36).put(ascii("acsp"));
    // The white of D50.
    profile.position(68).putInt(0xf6d6).putInt(0x10000).putInt(0xd32d);
    return bytes(profile.position(128).put(bytes(table)).put(content.toByteArray()));
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.capacity()];
    buffer.rewind().get(bytes);
    return bytes;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
