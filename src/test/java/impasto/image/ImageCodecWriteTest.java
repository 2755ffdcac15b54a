package impasto.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageCodecWriteTest {
  @TempDir private Path folder;

  @Test
  void keepsEveryEightBitValueInAPng() {
    float[] rgb = new float[3 * 256];
    for (int i = 0; i < rgb.length; i++) {
      // 7 is odd, so that each channel has all 256 values in another order.
      rgb[i] = (i * 7 + i / 256 & 255) / 255f;
    }

    assertThat(roundTrip(new Picture(32, 8, rgb), "a.png").rgb()).containsExactly(rgb);
  }

  @Test
  void roundsToTheNearestStep() {
    float step = 1 / 255f;
    float[] rgb = {
      0.49f * step, 0.51f * step, 253.49f * step, 253.51f * step, 0.5f, 254.51f * step
    };

    assertThat(roundTrip(new Picture(2, 1, rgb), "a.png").rgb())
        .containsExactly(0, step, 253 / 255f, 254 / 255f, 128 / 255f, 1);
  }

  @Test
  void clampsWhatLiesOutside() {
    float[] rgb = {-0.5f, 1.5f, -100};

    assertThat(roundTrip(new Picture(1, 1, rgb), "a.png").rgb()).containsExactly(0, 1, 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.jpg", "a.JPEG"})
  void writesAJpegThatLooksTheSame(String name) throws IOException {
    float[] rgb = new float[3 * 32 * 16];
    for (int i = 0; i < rgb.length; i++) {
      float ramp = i % 32 / 31f;
      rgb[i] = i / 512 == 1 ? 1 - ramp : ramp;
    }

    Picture picture = roundTrip(new Picture(32, 16, rgb), name);

    assertThat(picture.rgb()).containsExactly(rgb, within(0.04f));
    assertThat(Files.readAllBytes(folder.resolve(name))).startsWith(0xff, 0xd8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.png", "a.tif", "a.TIFF"})
  void keepsEverySixteenBitValueAndAlpha(String name) {
    float[] rgb = new float[3 * 65536];
    float[] alpha = new float[65536];
    for (int i = 0; i < 65536; i++) {
      rgb[i] = i / 65535f;
      // 7 is odd, so that each channel has all values in another order.
      rgb[65536 + i] = (i * 7 & 0xffff) / 65535f;
      rgb[2 * 65536 + i] = 1 - i / 65535f;
      alpha[i] = (i * 5 & 0xffff) / 65535f;
    }
    WriteOptions options = WriteOptions.defaults().withBitDepth(16);
    Path file = folder.resolve(name);

    ImageCodec.write(new Picture(256, 256, rgb, Optional.of(alpha)), file, options);

    Picture picture = ImageCodec.read(file);
    assertThat(picture.alpha()).hasValue(alpha);
    for (int i = 0; i < rgb.length; i++) {
      assertThat(Math.abs(picture.rgb()[i] - rgb[i])).isLessThan(1e-7f);
    }
  }

  @Test
  void writesEachFormatInItsOwnBitDepth() {
    Picture picture = new Picture(1, 1, new float[] {0.3f, 0.3f, 0.3f});

    // The nearest of 255 steps is 76.5 rounded up to 77; of 65535 steps 19660.5, up too.
    assertThat(roundTrip(picture, "a.png").rgb()[0]).isEqualTo(77 / 255f);
    assertThat(ImageCodec.read(write(picture, "b.tif")).rgb()[0])
        .isCloseTo(0.3f, within(0.6f / 65535));
    assertThat(ImageCodec.read(write(picture, "c.jpg")).rgb()[0])
        .isCloseTo(0.3f, within(1.5f / 255));
  }

  @Test
  void laysWhatIsTransparentOnWhiteInAJpegOnly() {
    Picture picture = new Picture(8, 8, new float[192], Optional.of(new float[64]));

    assertThat(ImageCodec.holdsAlpha(Path.of("a.jpg"))).isFalse();
    assertThat(ImageCodec.holdsAlpha(Path.of("a.png"))).isTrue();
    assertThat(ImageCodec.holdsAlpha(Path.of("a.tif"))).isTrue();
    assertThat(ImageCodec.read(write(picture, "a.jpg")).rgb()).containsOnly(1);
    assertThat(ImageCodec.read(write(picture, "a.jpg")).alpha()).isEmpty();
    assertThat(ImageCodec.read(write(picture, "a.png")).alpha()).hasValue(new float[64]);
  }

  @Test
  void writesSharperJpegsAtAHigherQuality() throws IOException {
    float[] rgb = new float[3 * 32 * 32];
    Random random = new Random(3);
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = random.nextFloat();
    }
    Picture noise = new Picture(32, 32, rgb);
    Path coarse = folder.resolve("coarse.jpg");
    Path fine = folder.resolve("fine.jpg");

    ImageCodec.write(noise, coarse, WriteOptions.defaults().withJpegQuality(20));
    ImageCodec.write(noise, fine, WriteOptions.defaults().withJpegQuality(100));

    assertThat(Files.size(fine)).isGreaterThan(Files.size(coarse) + 2000);
    // Even in noise no value is far off, as colour is as fine as brightness; else half were lost.
    assertThat(ImageCodec.read(fine).rgb()).containsExactly(rgb, within(0.05f));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "tif"})
  void writesTheSameBytesAgain(String format) throws IOException {
    PictureFile camera = ImageCodec.readFile(TestFiles.fixture("camera.jpg"), 1 << 20);
    WriteOptions options =
        WriteOptions.defaults().withExif(camera.exif()).withDescription("{\"seed\": 7}");
    Path first = folder.resolve("first." + format);
    Path second = folder.resolve("second." + format);

    ImageCodec.write(camera.picture(), first, options);
    ImageCodec.write(camera.picture(), second, options);

    assertThat(second).hasSameBinaryContentAs(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "tif"})
  void saysInTheFileThatItIsSrgb(String format) throws IOException {
    Path file = write(new Picture(1, 1, new float[3]), "a." + format);

    byte[] profile = InputFormat.valueOf(nameOf(format)).segments(file).profile().get();

    assertThat(ICC_Profile.getInstance(profile).getData())
        .isEqualTo(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
  }

  private static String nameOf(String extension) {
    return switch (extension) {
      case "jpg" -> "JPEG";
      case "tif" -> "TIFF";
      default -> "PNG";
    };
  }

  private Path write(Picture picture, String name) {
    Path file = folder.resolve(name);
    ImageCodec.write(picture, file);
    return file;
  }

  private Picture roundTrip(Picture picture, String name) {
    Path file = folder.resolve(name);
    ImageCodec.write(picture, file);
    assertThat(folder.toFile().list()).containsExactly(name);
    return ImageCodec.read(file);
  }
}
