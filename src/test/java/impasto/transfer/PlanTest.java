package impasto.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import impasto.config.LadderConfig;
import impasto.config.TransferConfig;
import impasto.image.Picture;
import impasto.image.Size;
import impasto.net.NetworkWeights;
import impasto.net.Reference;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
  /** Needs 16 pixels on the shorter side. */
  private static final NetworkWeights TO_RELU5_1 = Reference.slimVgg19().upTo(List.of("relu5_1"));

  @Test
  void picturesAreFittedToEachRung() {
    List<Plan.Rung> scales = ladder(64, 32, 2, 1.5, picture(96, 72), picture(200, 100));

    assertThat(scales).extracting(rung -> size(rung.content())).containsExactly("32x24", "64x48");
    // One and a half times as long as the photo.
    assertThat(scales)
        .extracting(rung -> size(rung.styles().get(0)))
        .containsExactly("48x24", "96x48");
  }

  @Test
  void theOriginalSizeIsThatOfThePhoto() {
    List<Plan.Rung> scales =
        ladder(LadderConfig.ORIGINAL, 32, 1, 1, picture(30, 70), picture(100, 100));

    assertThat(scales).extracting(rung -> size(rung.content())).containsExactly("30x70");
    assertThat(scales).extracting(rung -> size(rung.styles().get(0))).containsExactly("70x70");
  }

  @Test
  void rungsTooSmallForTheNetworkAreLeftOut() {
    // At 16 the photo would be 16 x 12.
    assertThat(ladder(64, 16, 3, 1, picture(64, 48), picture(64, 64)))
        .extracting(rung -> size(rung.content()))
        .containsExactly("32x24", "64x48");
    // At 32 the painting would be 32 x 8.
    assertThat(ladder(64, 16, 3, 1, picture(64, 64), picture(64, 16)))
        .extracting(rung -> size(rung.content()))
        .containsExactly("64x64");
  }

  @Test
  void aPhotoTooSmallAtTheLastRungIsRefused() {
    assertThatThrownBy(() -> ladder(20, 16, 3, 1, picture(64, 48), picture(64, 64)))
        .isInstanceOf(PictureTooSmallException.class)
        .hasMessage(
            "the content picture is 20 x 15 pixels at this size, and the deepest layer needs 16 on "
                + "the shorter side: use a larger --size or --style-scale, or shallower layers");
  }

  @Test
  void aPaintingTooSmallAtTheLastRungIsRefused() {
    assertThatThrownBy(
            () -> ladder(64, 16, 3, 0.25, picture(64, 48), picture(64, 64), picture(64, 60)))
        .isInstanceOf(PictureTooSmallException.class)
        .hasMessageContaining("the style picture is 16 x 15 pixels");
  }

  @Test
  void iterationsCountFromTheFirstRungThatIsKept() {
    TransferConfig config =
        Recipes.with(Recipes.quick(1), new LadderConfig(64, 16, 3, List.of(9, 5)));

    Plan plan = Plan.of(config, TO_RELU5_1, picture(64, 48), List.of(picture(64, 64)));

    assertThat(plan.rungs()).extracting(Plan.Rung::iterations).containsExactly(9, 5);
  }

  @Test
  void sizesAloneGiveTheSamePlan() {
    TransferConfig config =
        Recipes.with(Recipes.quick(1), new LadderConfig(64, 16, 3, List.of(9, 5)));

    assertThat(Plan.of(config, TO_RELU5_1, new Size(64, 48), List.of(new Size(80, 64))))
        .isEqualTo(Plan.of(config, TO_RELU5_1, picture(64, 48), List.of(picture(80, 64))));
  }

  private static List<Plan.Rung> ladder(
      int size, int minSize, int scales, double styleScale, Picture content, Picture... styles) {
    TransferConfig config =
        Recipes.with(
            Recipes.withStyles(Recipes.quick(1), List.of(), styleScale),
            new LadderConfig(size, minSize, scales, List.of(1)));
    return Plan.of(config, TO_RELU5_1, content, List.of(styles)).rungs();
  }

  private static Picture picture(int width, int height) {
    return new Picture(width, height, new float[3 * width * height]);
  }

  private static String size(Size size) {
    return size.width() + "x" + size.height();
  }
}
