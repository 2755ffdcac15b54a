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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
  void weighsColoursByAlpha() {
    // Opaque red beside transparent green; and opaque white beside half-opaque black.
    Picture red = withAlpha(new float[] {1, 0, 0, 1, 0, 0}, 1, 0);
    Picture grey = withAlpha(new float[] {1, 0, 1, 0, 1, 0}, 1, 0.5f);

    Picture smallRed = Resampler.resize(red, 1, 1);
    Picture smallGrey = Resampler.resize(grey, 1, 1);

    assertThat(smallRed.rgb()).containsExactly(new float[] {1, 0, 0}, within(1e-6f));
    assertThat(smallRed.alpha().get()).containsExactly(new float[] {0.5f}, within(1e-6f));
    // White has a weight of 1, black of 1/2: together two thirds of white, three quarters opaque.
    float white = 2 / 3f;
    assertThat(smallGrey.rgb()).containsExactly(new float[] {white, white, white}, within(1e-6f));
    assertThat(smallGrey.alpha().get()).containsExactly(new float[] {0.75f}, within(1e-6f));
  }

  @Test
  void keepsTransparentColoursFromShowingAndValuesIn0To1() {
    float[] rgb = new float[3 * 8];
    Arrays.fill(rgb, 0, 4, 0.25f);
    Arrays.fill(rgb, 4, 8, 100);
    Picture picture = new Picture(8, 1, rgb, Optional.of(new float[] {1, 1, 1, 1, 0, 0, 0, 0}));

    Picture wide = Resampler.resize(picture, 20, 1);

    for (int x = 0; x < 20; x++) {
      assertThat(wide.alpha().get()[x]).isBetween(0f, 1f);
      if (wide.alpha().get()[x] > 0) {
        assertThat(wide.rgb()[x]).isCloseTo(0.25f, within(1e-5f));
      } else {
        assertThat(wide.rgb()[x]).isZero();
      }
    }
  }

  @Test
  void givesThePlanesOfAnOpaquePictureWhatTheyHadWithoutAlpha() {
    Resize resize = resizes().get(0);
    float[] rgb = array(resize.rgb());
    float[] opaque = new float[rgb.length / 3];
    Arrays.fill(opaque, 1);

    Picture plain =
        Resampler.resize(new Picture(resize.width(), resize.height(), rgb), resize.newWidth(), 3);
    Picture same =
        Resampler.resize(
            new Picture(resize.width(), resize.height(), rgb, Optional.of(opaque)),
            resize.newWidth(),
            3);

    assertThat(plain.alpha()).isEmpty();
    for (int i = 0; i < plain.rgb().length; i++) {
      float clamped = Math.max(0, Math.min(1, plain.rgb()[i]));
      assertThat(same.rgb()[i]).isCloseTo(clamped, within(1e-6f));
    }
  }

  private static Picture withAlpha(float[] rgb, float... alpha) {
    return new Picture(alpha.length, 1, rgb, Optional.of(alpha));
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
