package impasto.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import impasto.config.Start;
import impasto.config.TransferConfig;
import impasto.image.Picture;
import impasto.net.NetworkWeights;
import impasto.net.Reference;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartsTest {
  private final NetworkWeights weights = Reference.slimVgg19();
  private final Scale scale = new Scale(Reference.picture("content-large.png"), List.of());

  @Test
  void thePhotoIsThePhotoOfTheFirstScale() {
    TransferConfig config = Recipes.with(Recipes.quick(1), new Start.Content());

    assertThat(start(config, Optional.empty())).isSameAs(scale.content());
  }

  @Test
  void aGivenPictureIsTaken() {
    Picture given = Reference.picture("odd.png");
    TransferConfig config = Recipes.with(Recipes.quick(1), new Start.FromFile(Path.of("odd.png")));

    assertThat(start(config, Optional.of(given))).isSameAs(given);
  }

  @Test
  void noiseIsATraceOfTheNormalKindAroundTheMeanColour() {
    Picture noise = start(Recipes.withNoise(Recipes.quick(1), 3), Optional.empty());

    assertThat(noise.width()).isEqualTo(160);
    assertThat(noise.height()).isEqualTo(128);
    // Torchvision's mean colour, and neural-style's deviation of 0.001 steps of 8 bits.
    double[] mean = {0.485, 0.456, 0.406};
    double deviation = 0.001 / 255;
    int size = 160 * 128;
    for (int c = 0; c < 3; c++) {
      double sum = 0;
      double squares = 0;
      int beyond = 0;
      for (int i = c * size; i < (c + 1) * size; i++) {
        double distance = (noise.rgb()[i] - mean[c]) / deviation;
        sum += distance;
        squares += distance * distance;
        beyond += Math.abs(distance) > 2 ? 1 : 0;
      }
      assertThat(sum / size).isCloseTo(0, within(0.05));
      assertThat(squares / size).isCloseTo(1, within(0.05));
      // 4.55 % of a normal distribution lie beyond two deviations, of a uniform one none.
      assertThat((double) beyond / size).isCloseTo(0.0455, within(0.01));
    }
  }

  @Test
  void theSeedDecidesTheNoise() {
    Picture noise = start(Recipes.withNoise(Recipes.quick(1), 3), Optional.empty());

    assertThat(start(Recipes.withNoise(Recipes.quick(1), 3), Optional.empty()).rgb())
        .isEqualTo(noise.rgb());
    assertThat(start(Recipes.withNoise(Recipes.quick(1), 4), Optional.empty()).rgb())
        .isNotEqualTo(noise.rgb());
  }

  private Picture start(TransferConfig config, Optional<Picture> given) {
    return Starts.of(config, weights, scale, given);
  }
}
