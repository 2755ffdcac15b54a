package impasto.image;

import java.awt.color.ProfileDataException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What light the values of a channel stand for, as the curve of an ICC profile tells (ICC.1:2010,
 * 10.5 curveType and 10.15 parametricCurveType).
 */
final class ToneCurve {
  /** The values of 16 bits, of which those of 1, 2, 4 and 8 bits are some. */
  private static final int MOST = 65535;

  private final float[] light = new float[MOST + 1];

  /**
   * Reads a curve.
   *
   * @param tag the content of the tag
   * @throws ProfileDataException if there is no tag, or none of these types
   * @throws RuntimeException if the tag ends early
   */
  ToneCurve(byte[] tag) {
    if (tag == null) {
      throw new ProfileDataException("a curve is missing");
    }
    ByteBuffer data = ByteBuffer.wrap(tag);
    String type = new String(tag, 0, 4, StandardCharsets.US_ASCII);
    // After the type come four bytes that mean nothing.
    data.position(8);
    switch (type) {
      case "curv" -> fillSampled(data);
      case "para" -> fillParametric(data);
      default -> throw new ProfileDataException("a curve of the unknown type " + type);
    }
  }

  /** The light of a value in 0..1. */
  float light(float value) {
    return light[Math.round(value * MOST)];
  }

  /** No sample is the identity, one is an exponent in units of 1/256, more are joined by lines. */
  private void fillSampled(ByteBuffer data) {
    int count = data.getInt();
    if (count == 0) {
      fillPower(1);
    } else if (count == 1) {
      fillPower((data.getShort() & 0xffff) / 256.0);
    } else {
      char[] samples = new char[Math.min(count, data.remaining() / 2)];
      data.asCharBuffer().get(samples);
      for (int i = 0; i <= MOST; i++) {
        double place = (double) i / MOST * (samples.length - 1);
        int before = Math.min((int) place, samples.length - 2);
        double part = place - before;
        light[i] = (float) ((samples[before] * (1 - part) + samples[before + 1] * part) / MOST);
      }
    }
  }

  private void fillPower(double exponent) {
    for (int i = 0; i <= MOST; i++) {
      light[i] = (float) Math.pow((double) i / MOST, exponent);
    }
  }

  /** (a x + b)^g + e from d on, c x + f below; the types 0 to 4 leave some of these out. */
  private void fillParametric(ByteBuffer data) {
    int type = data.getShort();
    data.getShort();
    double g = fixed(data);
    double a = type >= 1 ? fixed(data) : 1;
    double b = type >= 1 ? fixed(data) : 0;
    double c = type >= 2 ? fixed(data) : 0;
    double d = type >= 3 ? fixed(data) : type == 0 ? 0 : -b / a;
    double e = type == 4 ? fixed(data) : 0;
    double f = type == 4 ? fixed(data) : 0;
    if (type == 2) {
      // Here the third number is added on both sides.
      e = c;
      f = c;
      c = 0;
    }
    for (int i = 0; i <= MOST; i++) {
      double x = (double) i / MOST;
      double y = x >= d ? Math.pow(Math.max(0, a * x + b), g) + e : c * x + f;
      light[i] = (float) Math.max(0, Math.min(1, y));
    }
  }

  /** A number in units of 1/65536. */
  private static double fixed(ByteBuffer data) {
    return data.getInt() / 65536.0;
  }
}
