package impasto.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageCodecReadTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp"})
  void readsEightBitRgbAsPlanes(String format) throws IOException {
    Picture picture =
        read(TestImages.of(ColorSpace.CS_sRGB, false, 8, 2, 0, 51, 102, 153, 204, 255), format);

    assertThat(picture.width()).isEqualTo(2);
    assertThat(picture.height()).isEqualTo(1);
    assertThat(picture.rgb()).containsExactly(0f, 0.6f, 0.2f, 0.8f, 0.4f, 1f);
  }

  @Test
  void readsSixteenBitRgbInFull() throws IOException {
    Picture picture = read(TestImages.of(ColorSpace.CS_sRGB, false, 16, 1, 1, 13107, 65534), "png");

    assertThat(picture.rgb()).containsExactly(1 / 65535f, 0.2f, 65534 / 65535f);
  }

  @Test
  void readsEightBitGreyWithoutGamma() throws IOException {
    Picture picture = read(TestImages.of(ColorSpace.CS_GRAY, false, 8, 1, 51, 128), "png");

    assertThat(picture.rgb()).containsExactly(0.2f, 128 / 255f, 0.2f, 128 / 255f, 0.2f, 128 / 255f);
  }

  @Test
  void readsSixteenBitGreyWithoutGamma() throws IOException {
    Picture picture = read(TestImages.of(ColorSpace.CS_GRAY, false, 16, 1, 1, 13107), "png");

    assertThat(picture.rgb()).containsExactly(1 / 65535f, 0.2f, 1 / 65535f, 0.2f, 1 / 65535f, 0.2f);
  }

  @Test
  void readsGreyJpegWithoutGamma() throws IOException {
    int[] samples = new int[64];
    Arrays.fill(samples, 51);

    Picture picture = read(TestImages.of(ColorSpace.CS_GRAY, false, 8, 8, samples), "jpg");

    float[] expected = new float[3 * 64];
    Arrays.fill(expected, 0.2f);
    assertThat(picture.rgb()).containsExactly(expected, within(1.5f / 255));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "gif"})
  void looksColoursUpInThePalette(String format) throws IOException {
    byte[] red = {0, 51, -1, 0};
    byte[] green = {0, 102, 0, -1};
    byte[] blue = {0, -103, 0, 0};
    BufferedImage image =
        new BufferedImage(
            2, 1, BufferedImage.TYPE_BYTE_INDEXED, new IndexColorModel(2, 4, red, green, blue));
    image.getRaster().setPixels(0, 0, 2, 1, new int[] {1, 3});

    assertThat(read(image, format).rgb()).containsExactly(0.2f, 0f, 0.4f, 1f, 0.6f, 0f);
  }

  @Test
  void keepsAlphaAndTheColoursUnderIt() throws IOException {
    Picture picture =
        read(
            TestImages.of(
                ColorSpace.CS_sRGB, true, 8, 3, 255, 0, 51, 255, 255, 0, 51, 0, 255, 0, 51, 51),
            "png");

    assertThat(picture.alpha()).hasValue(new float[] {1, 0, 0.2f});
    assertThat(picture.rgb()).containsExactly(1, 1, 1, 0, 0, 0, 0.2f, 0.2f, 0.2f);
  }

  @Test
  void anOpaquePictureHasNoAlpha() throws IOException {
    assertThat(read(TestImages.noise(), "png").alpha()).isEmpty();
  }

  @Test
  void dividesColoursThatAreMultipliedByAlpha() throws IOException {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB_PRE);
    image.getRaster().setPixels(0, 0, 2, 1, new int[] {102, 0, 51, 102, 0, 0, 0, 0});

    Picture picture =
        Pixels.toPicture(
            new Decoded(image.getRaster(), Channels.of(image.getColorModel())), new PlainColors());

    assertThat(picture.rgb()).containsExactly(1, 0, 0, 0, 0.5f, 0);
    assertThat(picture.alpha()).hasValue(new float[] {0.4f, 0});
  }

  private Picture read(BufferedImage image, String format) throws IOException {
    Path file = folder.resolve("picture." + format);
    Files.write(file, TestImages.encode(image, format));
    return ImageCodec.read(file);
  }
}
