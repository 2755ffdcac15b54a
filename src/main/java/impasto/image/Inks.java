package impasto.image;

import com.twelvemonkeys.imageio.color.YCbCrConverter;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.OptionalInt;

/**
 * JPEGs of four channels, whose samples are inks: CMYK, or YCCK, which is to CMYK as YCbCr to RGB.
 */
final class Inks {
  private static final int YCCK = 2;
  private static final int MOST = 255;

  private Inks() {}

  /**
   * The amounts of ink, 0 for none and 255 for most.
   *
   * <p>Files with an Adobe segment hold the amounts of paper left instead. So their YCCK is YCbCr
   * of the RGB that lacks the ink, which for once makes the conversion give the ink itself.
   *
   * @param stored the samples as they are in the file
   * @param adobeTransform how they are stored, as an Adobe segment tells, if there is one
   */
  static Raster of(Raster stored, OptionalInt adobeTransform) {
    int width = stored.getWidth();
    WritableRaster inks = stored.createCompatibleWritableRaster();
    byte[] pixel = new byte[4];
    int[] row = null;
    for (int y = 0; y < stored.getHeight(); y++) {
      row = stored.getPixels(stored.getMinX(), stored.getMinY() + y, width, 1, row);
      for (int i = 0; i < row.length; i += 4) {
        if (adobeTransform.isPresent() && adobeTransform.getAsInt() == YCCK) {
          for (int c = 0; c < 3; c++) {
            pixel[c] = (byte) row[i + c];
          }
          YCbCrConverter.convertJPEGYCbCr2RGB(pixel, pixel, 0);
          for (int c = 0; c < 3; c++) {
            row[i + c] = pixel[c] & 0xff;
          }
          row[i + 3] = MOST - row[i + 3];
        } else if (adobeTransform.isPresent()) {
          for (int c = 0; c < 4; c++) {
            row[i + c] = MOST - row[i + c];
          }
        }
      }
      inks.setPixels(0, y, width, 1, row);
    }
    return inks;
  }
}
