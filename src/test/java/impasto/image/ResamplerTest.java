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

class ResamplerTest {
  /** What {@code scripts/fixtures/resize.py} writes. */
  private record Fixture(List<Resize> resizes, List<Fit> fits) {}

  private record Resize(
      int width, int height, List<Float> rgb, int newWidth, int newHeight, List<Float> expected) {
    @Override
    public String toString() {
      return width + " x " + height + " to " + newWidth + " x " + newHeight;
    }
  }

  private record Fit(int width, int height, int longerSide, int newWidth, int newHeight) {}

  private static final Fixture PILLOW = load();

  static List<Resize> resizes() {
    return PILLOW.resizes();
  }

  static List<Fit> fits() {
    return PILLOW.fits();
  }

  @ParameterizedTest
  @MethodSource("resizes")
  void resizesAsPillowDoes(Resize resize) {
    Picture before = new Picture(resize.width(), resize.height(), array(resize.rgb()));

    Picture after = Resampler.resize(before, resize.newWidth(), resize.newHeight());

    assertThat(after.width()).isEqualTo(resize.newWidth());
    assertThat(after.height()).isEqualTo(resize.newHeight());
    assertThat(after.rgb()).containsExactly(array(resize.expected()), within(1e-5f));
  }

  @ParameterizedTest
  @MethodSource("fits")
  void fitsTheLongerSideAndRoundsTheOther(Fit fit) {
    Picture before =
        new Picture(fit.width(), fit.height(), new float[3 * fit.width() * fit.height()]);

    Picture after = Resampler.fitted(before, fit.longerSide());

    assertThat(after.width()).isEqualTo(fit.newWidth());
    assertThat(after.height()).isEqualTo(fit.newHeight());
  }

  @Test
  void returnsThePictureItselfWhenTheSizeIsRight() {
    Picture picture = new Picture(4, 2, new float[24]);

    assertThat(Resampler.resize(picture, 4, 2)).isSameAs(picture);
    assertThat(Resampler.fitted(picture, 4)).isSameAs(picture);
  }

  @Test
  void overshootsBesideAnEdge() {
    Picture edge = new Picture(4, 1, new float[] {0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1});

    float[] rgb = Resampler.resize(edge, 8, 1).rgb();

    // Keys' cubic with a = -0.5 at distances 0.25, 0.75, 1.25 and 1.75 weighs 0.8672, 0.2266,
    // -0.0703 and -0.0234; the second output lies 0.25 off pixel 0 and reaches pixels 0, 1 and 2.
    assertThat(rgb[1])
        .isCloseTo(-0.0234375f / (0.8671875f + 0.2265625f - 0.0234375f), within(1e-6f));
  }

  @Test
  void refusesSizesThatCannotBe() {
    Picture picture = new Picture(4, 2, new float[24]);

    assertThatIllegalArgumentException().isThrownBy(() -> Resampler.resize(picture, 0, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> Resampler.resize(picture, 4, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> Resampler.resize(picture, 40000, 40000));
    assertThatIllegalArgumentException().isThrownBy(() -> Resampler.fitted(picture, 0));
  }

  private static float[] array(List<Float> values) {
    float[] array = new float[values.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = values.get(i);
    }
    return array;
  }

  private static Fixture load() {
    try (Reader reader =
        new InputStreamReader(
            ResamplerTest.class.getResourceAsStream("resize.json"), StandardCharsets.UTF_8)) {
      return new Gson().fromJson(reader, Fixture.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
