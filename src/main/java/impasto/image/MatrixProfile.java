package impasto.image;

import java.awt.color.ICC_Profile;
import java.awt.color.ProfileDataException;
import java.nio.ByteBuffer;

/**
 * RGB with an ICC profile of three curves and a matrix, as cameras and screens have it (ICC.1:2010,
 * F.3): the curves give light, the matrix the colour of it under D50, and from there it goes to
 * sRGB. Colours that sRGB does not have are clamped.
 *
 * <p>The JDK's own conversion goes through a table of 33 steps when there are 16 bits, and errs by
 * up to two steps of 8 bits; this one is exact.
 */
final class MatrixProfile implements ColorConversion {
  /** Linear sRGB by XYZ under D50: the inverse of sRGB's matrix after the Bradford adaptation. */
  private static final double[][] FROM_XYZ = {
    {3.1338561, -1.6168667, -0.4906146},
    {-0.9787684, 1.9161415, 0.0334540},
    {0.0719453, -0.2289914, 1.4052427}
  };

  /** A profile is sRGB, however it is written, if its curves are off by half a step of 8 bits... */
  private static final float SAME_CURVE = 0.5f / 255;

  /** ... and its primaries by as little as roundings and other adaptations to D50 make. */
  private static final double SAME_MATRIX = 0.002;

  private final ToneCurve[] curves;

  /** Linear sRGB by the light of the file's channels. */
  private final double[][] matrix;

  private MatrixProfile(ToneCurve[] curves, double[][] matrix) {
    this.curves = curves;
    this.matrix = matrix;
  }

  /**
   * The conversion of a profile; the plain one if it tells of sRGB.
   *
   * @throws RuntimeException if a tag is missing or broken
   */
  static ColorConversion of(ICC_Profile profile) {
    ToneCurve[] curves = {
      new ToneCurve(profile.getData(ICC_Profile.icSigRedTRCTag)),
      new ToneCurve(profile.getData(ICC_Profile.icSigGreenTRCTag)),
      new ToneCurve(profile.getData(ICC_Profile.icSigBlueTRCTag))
    };
    double[][] xyz = {
      xyz(profile.getData(ICC_Profile.icSigRedColorantTag)),
      xyz(profile.getData(ICC_Profile.icSigGreenColorantTag)),
      xyz(profile.getData(ICC_Profile.icSigBlueColorantTag))
    };
    double[][] matrix = new double[3][3];
    for (int to = 0; to < 3; to++) {
      for (int from = 0; from < 3; from++) {
        for (int k = 0; k < 3; k++) {
          matrix[to][from] += FROM_XYZ[to][k] * xyz[from][k];
        }
      }
    }
    MatrixProfile conversion = new MatrixProfile(curves, matrix);
    return conversion.changesNothing() ? new PlainColors() : conversion;
  }

  private static double[] xyz(byte[] tag) {
    if (tag == null) {
      throw new ProfileDataException("a primary is missing");
    }
    ByteBuffer data = ByteBuffer.wrap(tag).position(8);
    return new double[] {data.getInt() / 65536.0, data.getInt() / 65536.0, data.getInt() / 65536.0};
  }

  private boolean changesNothing() {
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i <= 255; i++) {
        float value = i / 255f;
        if (Math.abs(Srgb.encode(curves[c].light(value)) - value) > SAME_CURVE) {
          return false;
        }
      }
      for (int from = 0; from < 3; from++) {
        if (Math.abs(matrix[c][from] - (from == c ? 1 : 0)) > SAME_MATRIX) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public void convert(float[][] colors, float[][] srgb) {
    for (int x = 0; x < colors[0].length; x++) {
      float red = curves[0].light(colors[0][x]);
      float green = curves[1].light(colors[1][x]);
      float blue = curves[2].light(colors[2][x]);
      for (int c = 0; c < 3; c++) {
        srgb[c][x] = Srgb.encode(matrix[c][0] * red + matrix[c][1] * green + matrix[c][2] * blue);
      }
    }
  }
}
