package impasto.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoarseReadingTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"png, 100, 100, 50", "jpg, 100, 100, 50", "png, 350, 350, 175", "png, 130, 140, 70"})
  void ofALargePictureSomeRowsAndColumnsAreRead(String format, int side, int width, int height)
      throws IOException {
    Picture coarse = ImageCodec.readCoarsely(halves(format), side);

    assertThat(Size.of(coarse)).isEqualTo(new Size(width, height));
    // Red on the left, blue on the right, as before.
    assertThat(red(coarse, 0.1)).isGreaterThan(0.9f);
    assertThat(red(coarse, 0.9)).isLessThan(0.1f);
  }

  @Test
  void aSmallPictureIsReadAsItIs() throws IOException {
    Path file = halves("png");
    assertThat(ImageCodec.readCoarsely(file, 701).rgb()).isEqualTo(ImageCodec.read(file).rgb());
  }

  private static float red(Picture picture, double across) {
    int x = (int) (across * picture.width());
    return picture.rgb()[picture.height() / 2 * picture.width() + x];
  }

  private Path halves(String format) throws IOException {
    BufferedImage image = new BufferedImage(700, 350, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = image.createGraphics();
    brush.setColor(Color.RED);
    brush.fillRect(0, 0, 350, 350);
    brush.setColor(Color.BLUE);
    brush.fillRect(350, 0, 350, 350);
    brush.dispose();
    Path file = folder.resolve("halves." + format);
    assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
    return file;
  }
}
