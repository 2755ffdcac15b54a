package impasto.image;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * Colours with an ICC profile of tables, as printers and scanners have it, converted by the JDK
 * (LittleCMS) in 16 bits.
 *
 * @param operation from the profile to sRGB
 */
record TableProfile(ColorConvertOp operation) implements ColorConversion {
  private static final int MOST = 65535;

  /** The conversion of a profile of one to four channels. */
  static TableProfile of(ICC_Profile profile) {
    ICC_Profile[] fromTo = {profile, ICC_Profile.getInstance(ColorSpace.CS_sRGB)};
    return new TableProfile(new ColorConvertOp(fromTo, null));
  }

  @Override
  public void convert(float[][] colors, float[][] srgb) {
    int width = colors[0].length;
    WritableRaster from = row(width, colors.length);
    int[] samples = new int[width];
    for (int c = 0; c < colors.length; c++) {
      for (int x = 0; x < width; x++) {
        samples[x] = Math.round(colors[c][x] * MOST);
      }
      from.setSamples(0, 0, width, 1, c, samples);
    }
    WritableRaster to = row(width, 3);
    operation.filter(from, to);
    for (int c = 0; c < 3; c++) {
      to.getSamples(0, 0, width, 1, c, samples);
      for (int x = 0; x < width; x++) {
        srgb[c][x] = (float) samples[x] / MOST;
      }
    }
  }

  private static WritableRaster row(int width, int bands) {
    return Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, width, 1, bands, null);
  }
}
