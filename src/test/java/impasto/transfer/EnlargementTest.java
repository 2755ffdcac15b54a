package impasto.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import impasto.image.Picture;
import impasto.image.Resampler;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EnlargementTest {
  private static final Picture PHOTO = noise(24, 18);
  private static final Picture REDUCED = Resampler.resize(PHOTO, 12, 9);

  @Test
  void aCoarseScaleThatChangedNothingGivesBackThePhoto() {
    assertThat(Enlargement.of(REDUCED, PHOTO, 1).rgb()).containsExactly(PHOTO.rgb(), within(1e-6f));
  }

  @Test
  void whatTheCoarseScaleChangedIsCarriedOver() {
    float[] lighter = REDUCED.rgb().clone();
    for (int i = 0; i < lighter.length; i++) {
      lighter[i] += 0.25f;
    }
    float[] start = Enlargement.of(new Picture(12, 9, lighter), PHOTO, 1).rgb();

    for (int i = 0; i < start.length; i++) {
      assertThat(start[i]).isCloseTo(PHOTO.rgb()[i] + 0.25f, within(1e-5f));
    }
  }

  @Test
  void aShareOfTheDetailLiesBetween() {
    float[] none = Enlargement.of(REDUCED, PHOTO, 0).rgb();
    float[] half = Enlargement.of(REDUCED, PHOTO, 0.5).rgb();

    assertThat(none).isEqualTo(Resampler.resize(REDUCED, 24, 18).rgb());
    for (int i = 0; i < half.length; i++) {
      assertThat(half[i]).isCloseTo((none[i] + PHOTO.rgb()[i]) / 2, within(1e-6f));
    }
  }

  @Test
  void whatTransparentPixelsHideHasNoInfluence() {
    float[] alpha = new float[24 * 18];
    float[] other = PHOTO.rgb().clone();
    for (int i = 0; i < alpha.length; i++) {
      alpha[i] = i % 24 < 12 ? 1 : 0;
      other[i] = i % 24 < 12 ? other[i] : 1 - other[i];
    }
    Picture photo = new Picture(24, 18, PHOTO.rgb(), Optional.of(alpha));
    Picture hidingOther = new Picture(24, 18, other, Optional.of(alpha));

    assertThat(Enlargement.of(REDUCED, photo, 1).rgb())
        .isEqualTo(Enlargement.of(REDUCED, hidingOther, 1).rgb());
  }

  private static Picture noise(int width, int height) {
    Random random = new Random(1);
    float[] values = new float[3 * width * height];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat();
    }
    return new Picture(width, height, values);
  }
}
