package impasto.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LuminanceTest {
  @Test
  void luminanceComesFromOneAndChromaFromTheOther() {
    // Y of (0.4, 0.6, 0.2) is 0.1196 + 0.3522 + 0.0228 = 0.4946; Y of (0.3, 0.4, 0.5) is 0.3815.
    assertColour(
        combined(new float[] {0.4f, 0.6f, 0.2f}, new float[] {0.3f, 0.4f, 0.5f}),
        0.4131f,
        0.5131f,
        0.6131f);
  }

  @Test
  void chromaBeyondTheGamutGetsPalerAtTheSameLuminance() {
    // Red is 0.701 above its luminance of 0.299 and there are 0.5 to white.
    float pale = 0.5f - 0.299f * 0.5f / 0.701f;
    assertColour(combined(new float[] {0.5f, 0.5f, 0.5f}, new float[] {1, 0, 0}), 1, pale, pale);
    // Below 0.299 it is black that is too near: all of (0.701, -0.299, -0.299) fits at 0.299 only.
    assertColour(
        combined(new float[] {0.1f, 0.1f, 0.1f}, new float[] {1, 0, 0}),
        0.1f + 0.701f * 0.1f / 0.299f,
        0,
        0);
    assertColour(combined(new float[] {1, 1, 1}, new float[] {1, 0, 0}), 1, 1, 1);
    assertColour(combined(new float[3], new float[] {1, 0, 0}), 0, 0, 0);
  }

  @Test
  void everyColourHasThePaintedLuminanceAndThePhotosHue() {
    Random random = new Random(4);
    int whole = 0;
    for (int i = 0; i < 1000; i++) {
      float[] painted = {random.nextFloat(), random.nextFloat(), random.nextFloat()};
      float[] photo = {random.nextFloat(), random.nextFloat(), random.nextFloat()};

      float[] result = combined(painted, photo);

      double[] yiq = yiq(result);
      double[] wanted = yiq(photo);
      assertThat(yiq[0]).isCloseTo(yiq(painted)[0], within(1e-6));
      for (float value : result) {
        assertThat(value).isBetween(-1e-6f, 1 + 1e-6f);
      }
      double share = Math.hypot(yiq[1], yiq[2]) / Math.hypot(wanted[1], wanted[2]);
      assertThat(share).isBetween(0.0, 1.0001);
      assertThat(yiq[1]).isCloseTo(share * wanted[1], within(1e-5));
      assertThat(yiq[2]).isCloseTo(share * wanted[2], within(1e-5));
      whole += share > 0.9999 ? 1 : 0;
    }
    // Most of these colours fit.
    assertThat(whole).isGreaterThan(400);
  }

  @Test
  void paintOutsideOfTheRangeCountsAsItIsWritten() {
    assertColour(
        combined(new float[] {1.5f, -1, 0.5f}, new float[] {0.5f, 0.5f, 0.5f}),
        0.356f,
        0.356f,
        0.356f);
  }

  @Test
  void aGreyPhotoLeavesTheLuminanceAlone() {
    // Y of pure green.
    assertColour(
        combined(new float[] {0, 1, 0}, new float[] {0.2f, 0.2f, 0.2f}), 0.587f, 0.587f, 0.587f);
  }

  @Test
  void aPhotoPaintedAsItselfStays() {
    assertColour(
        combined(new float[] {0.1f, 0.9f, 0.4f}, new float[] {0.1f, 0.9f, 0.4f}), 0.1f, 0.9f, 0.4f);
  }

  @Test
  void theAlphaIsThePhotos() {
    Picture photo = new Picture(1, 1, new float[3], Optional.of(new float[] {0.3f}));
    Picture painted = new Picture(1, 1, new float[3], Optional.of(new float[] {0.9f}));

    assertThat(Luminance.of(painted, photo).alpha()).isEqualTo(photo.alpha());
  }

  @Test
  void theSizesMustAgree() {
    Picture wide = new Picture(2, 1, new float[6]);
    Picture tall = new Picture(1, 2, new float[6]);

    assertThatIllegalArgumentException().isThrownBy(() -> Luminance.of(wide, tall));
  }

  private static float[] combined(float[] painted, float[] photo) {
    return Luminance.of(new Picture(1, 1, painted), new Picture(1, 1, photo)).rgb();
  }

  private static void assertColour(float[] actual, float... expected) {
    assertThat(actual).containsExactly(expected, within(1e-5f));
  }

  /** The matrix of the FCC's NTSC, to three digits. */
  private static double[] yiq(float[] rgb) {
    return new double[] {
      0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2],
      0.596 * rgb[0] - 0.274 * rgb[1] - 0.322 * rgb[2],
      0.211 * rgb[0] - 0.523 * rgb[1] + 0.312 * rgb[2]
    };
  }
}
