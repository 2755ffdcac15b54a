package impasto.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StructuralSimilarityTest {
  /** What {@code scripts/fixtures/ssim.py} writes. */
  private record Fixture(List<Case> cases) {}

  private record Case(
      int width, int height, double shift, double contrast, double brightness, double ssim) {}

  static List<Case> cases() {
    try (Reader reader =
        new InputStreamReader(
            StructuralSimilarityTest.class.getResourceAsStream("ssim.json"),
            StandardCharsets.UTF_8)) {
      return new Gson().fromJson(reader, Fixture.class).cases();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isThatOfScikitImage(Case it) {
    Picture one = waves(it.width(), it.height(), 0, 1, 0);
    Picture other = waves(it.width(), it.height(), it.shift(), it.contrast(), it.brightness());

    assertThat(StructuralSimilarity.of(one, other)).isCloseTo(it.ssim(), within(1e-5));
    assertThat(StructuralSimilarity.of(other, one)).isCloseTo(it.ssim(), within(1e-5));
  }

  @Test
  void refusesPicturesOfDifferentSizesAndThoseTheWindowDoesNotFitInto() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StructuralSimilarity.of(waves(12, 11, 0, 1, 0), waves(11, 12, 0, 1, 0)))
        .withMessageContaining("12");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StructuralSimilarity.of(waves(10, 99, 0, 1, 0), waves(10, 99, 0, 1, 0)))
        .withMessageContaining("at least 11 x 11 pixels, not 10 x 99");
    assertThat(StructuralSimilarity.isDefined(10, 99)).isFalse();
    assertThat(StructuralSimilarity.isDefined(11, 11)).isTrue();
  }

  /** The same formula as in the script. */
  private static Picture waves(
      int width, int height, double shift, double contrast, double brightness) {
    float[] rgb = new float[3 * width * height];
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          double waves =
              0.25 * Math.sin(0.37 * x * (c + 1) + 0.21 * y + shift)
                  + 0.2 * Math.cos(0.11 * x - 0.53 * y + c * shift);
          rgb[(c * height + y) * width + x] = (float) (0.5 + brightness + contrast * waves);
        }
      }
    }
    return new Picture(width, height, rgb);
  }
}
