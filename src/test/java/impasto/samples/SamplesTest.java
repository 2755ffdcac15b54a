package impasto.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplesTest {
  private static final int WIDTH = 48;
  private static final int HEIGHT = 36;

  @BeforeAll
  static void drawWithoutScreen() {
    System.setProperty("java.awt.headless", "true");
  }

  static List<Gallery.Sample> samples() {
    return Gallery.SAMPLES;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theSameSeedDrawsTheSamePixels(Gallery.Sample sample) {
    assertThat(pixels(sample.scene(), 5)).isEqualTo(pixels(sample.scene(), 5));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void anotherSeedDrawsAnotherPicture(Gallery.Sample sample) {
    int[] one = pixels(sample.scene(), 5);
    int[] other = pixels(sample.scene(), 6);
    long changed = 0;
    for (int i = 0; i < one.length; i++) {
      changed += one[i] == other[i] ? 0 : 1;
    }
    assertThat(changed).isGreaterThan(one.length / 2);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void thePictureIsOpaqueOfTheSizeAskedForAndPaintedToItsEdges(Gallery.Sample sample) {
    BufferedImage picture = sample.scene().draw(WIDTH, HEIGHT, 5);
    assertThat(picture.getType()).isEqualTo(BufferedImage.TYPE_INT_RGB);
    assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(WIDTH, HEIGHT);
    for (int y = 0; y < HEIGHT; y++) {
      assertThat(colours(picture.getRGB(0, y, WIDTH, 1, null, 0, WIDTH))).isGreaterThan(2);
    }
    for (int x = 0; x < WIDTH; x++) {
      assertThat(colours(picture.getRGB(x, 0, 1, HEIGHT, null, 0, 1))).isGreaterThan(2);
    }
  }

  @Test
  void threeContentAndFourStylePicturesHaveNamesOfTheirOwn() {
    assertThat(samples().stream().filter(s -> s.folder().equals("content")))
        .hasSizeGreaterThanOrEqualTo(3);
    assertThat(samples().stream().filter(s -> s.folder().equals("style")))
        .hasSizeGreaterThanOrEqualTo(4);
    assertThat(samples()).extracting(Gallery.Sample::name).doesNotHaveDuplicates();
  }

  private static int[] pixels(Scene scene, long seed) {
    return scene.draw(WIDTH, HEIGHT, seed).getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
  }

  private static long colours(int[] pixels) {
    return Arrays.stream(pixels).distinct().count();
  }
}
