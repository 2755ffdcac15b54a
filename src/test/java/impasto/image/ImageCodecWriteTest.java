package impasto.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    // Slow ramps, as JPEG stores colour at half the resolution.
    float[] rgb = new float[3 * 32 * 16];
    for (int i = 0; i < rgb.length; i++) {
      float ramp = i % 32 / 31f;
      rgb[i] = i / 512 == 1 ? 1 - ramp : ramp;
    }

    Picture picture = roundTrip(new Picture(32, 16, rgb), name);

    assertThat(picture.rgb()).containsExactly(rgb, within(0.04f));
    assertThat(Files.readAllBytes(folder.resolve(name))).startsWith(0xff, 0xd8);
  }

  private Picture roundTrip(Picture picture, String name) {
    Path file = folder.resolve(name);
    ImageCodec.write(picture, file);
    assertThat(folder.toFile().list()).containsExactly(name);
    return ImageCodec.read(file);
  }
}
