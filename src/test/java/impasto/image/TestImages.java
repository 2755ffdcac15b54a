package impasto.image;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Images with known samples, for tests. */
final class TestImages {
  private TestImages() {}

  /** An image whose raster holds the given samples: pixel by pixel, band by band. */
  static BufferedImage of(int colorSpace, boolean alpha, int bits, int width, int... samples) {
    int dataType = bits == 8 ? DataBuffer.TYPE_BYTE : DataBuffer.TYPE_USHORT;
    int transparency = alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE;
    ColorSpace space = ColorSpace.getInstance(colorSpace);
    ComponentColorModel model =
        new ComponentColorModel(space, alpha, false, transparency, dataType);
    int height = samples.length / model.getNumComponents() / width;
    WritableRaster raster = model.createCompatibleWritableRaster(width, height);
    raster.setPixels(0, 0, width, height, samples);
    return new BufferedImage(model, raster, false, null);
  }

  /** An 8-bit RGB image of 12 x 8 random pixels. */
  static BufferedImage noise() {
    int[] samples = new Random(5).ints(12 * 8 * 3, 0, 256).toArray();
    return of(ColorSpace.CS_sRGB, false, 8, 12, samples);
  }

  /** An image encoded by ImageIO. */
  static byte[] encode(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (!ImageIO.write(image, format, bytes)) {
      throw new IOException("ImageIO cannot write this image as " + format);
    }
    return bytes.toByteArray();
  }
}
