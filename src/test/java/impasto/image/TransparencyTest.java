package impasto.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TransparencyTest {
  @Test
  void aPictureStandsBeforeItsMeanVisibleColour() {
    // Weights 1, 0.5 and 0: mean red (0.2 + 0.5 * 0.8) / 1.5 = 0.4, green 0.5, blue 0.1 / 1.5.
    Picture picture =
        picture(new float[] {0.2f, 0.8f, Float.NaN, 0.5f, 0.5f, 77, 0, 0.2f, -1}, 1, 0.5f, 0);

    Picture filled = Transparency.filled(picture);

    assertThat(filled.alpha()).isEmpty();
    float blue = 0.1f / 1.5f;
    assertThat(filled.rgb())
        .containsExactly(
            new float[] {0.2f, 0.6f, 0.4f, 0.5f, 0.5f, 0.5f, 0, 0.1f + blue / 2, blue},
            within(1e-6f));
    assertThat(filled.rgb()[0]).as("an opaque pixel").isEqualTo(0.2f);
  }

  @Test
  void anOpaquePictureStaysAsItIs() {
    Picture plain = new Picture(1, 1, new float[] {0.1f, 0.2f, 0.3f});
    Picture ones = picture(new float[] {0.1f, 0.2f, 0.3f}, 1);

    assertThat(Transparency.filled(plain)).isSameAs(plain);
    assertThat(Transparency.filled(ones)).isSameAs(ones);
    assertThat(Transparency.of(plain)).isEmpty();
    assertThat(Transparency.of(ones)).isEmpty();
  }

  @Test
  void theAlphaOfATransparentPictureIsItsOwn() {
    Picture picture = picture(new float[6], 1, 0.999f);

    assertThat(Transparency.of(picture)).containsSame(picture.alpha().orElseThrow());
  }

  @Test
  void aWhollyTransparentPictureIsGrey() {
    Picture picture = picture(new float[] {1, Float.NaN, 3}, 0);

    assertThat(Transparency.filled(picture).rgb()).containsExactly(0.5f, 0.5f, 0.5f);
  }

  private static Picture picture(float[] rgb, float... alpha) {
    return new Picture(alpha.length, 1, rgb, Optional.of(alpha));
  }
}
