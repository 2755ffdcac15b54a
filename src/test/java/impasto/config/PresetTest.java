package impasto.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import impasto.config.OptimizerConfig.Adam;
import impasto.config.OptimizerConfig.Lbfgs;
import impasto.config.OptimizerConfig.StepRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The numbers of the reference presets, as their authors published them. */
class PresetTest {
  private static final List<String> PAPER_LAYERS =
      List.of("relu1_1", "relu2_1", "relu3_1", "relu4_1", "relu5_1");
  private static final Lbfgs PYTORCH = new Lbfgs(1, 100, StepRule.FIXED, false);

  @Test
  void gatysHasTheNumbersOfTheAuthorsOwnCode() {
    TransferConfig config = Preset.GATYS.config();

    assertThat(names(config.objective().contentLayers())).containsExactly("relu4_2");
    assertThat(names(config.objective().styleLayers())).isEqualTo(PAPER_LAYERS);
    assertWeights(config.objective(), 1, 1000, 0);
    assertThat(config.objective().range()).isEqualTo(PixelRange.BYTE);
    assertThat(config.optimizer()).isEqualTo(PYTORCH);
    assertThat(config.ladder().iterations()).containsExactly(500);
    assertThat(config.start()).isEqualTo(new Start.Content());
  }

  @Test
  void neuralStyleHasTheDefaultsOfJohnsonsProgram() {
    TransferConfig config = Preset.NEURAL_STYLE.config();

    assertThat(names(config.objective().contentLayers())).containsExactly("relu4_2");
    assertThat(names(config.objective().styleLayers())).isEqualTo(PAPER_LAYERS);
    assertWeights(config.objective(), 5, 100, 0.001);
    assertThat(config.objective().range()).isEqualTo(PixelRange.BYTE);
    assertThat(config.optimizer()).isEqualTo(PYTORCH);
    assertThat(config.ladder().iterations()).containsExactly(1000);
    assertThat(config.start()).isEqualTo(new Start.Noise());
  }

  @Test
  void tutorialTakesTheFirstFiveConvolutionsBeforeTheirRectifiers() {
    TransferConfig config = Preset.TUTORIAL.config();

    assertThat(names(config.objective().contentLayers())).containsExactly("conv2_2");
    assertThat(names(config.objective().styleLayers()))
        .containsExactly("conv1_1", "conv1_2", "conv2_1", "conv2_2", "conv3_1");
    assertWeights(config.objective(), 1, 1e6, 0);
    assertThat(config.objective().range()).isEqualTo(PixelRange.UNIT);
    assertThat(config.optimizer()).isEqualTo(new Lbfgs(1, 100, StepRule.FIXED, true));
    assertThat(config.ladder().iterations()).containsExactly(300);
    assertThat(config.start()).isEqualTo(new Start.Content());
  }

  @Test
  void styleTransferPytorchHasItsDefaults() {
    TransferConfig config = Preset.STYLE_TRANSFER_PYTORCH.config();

    assertThat(names(config.objective().contentLayers())).containsExactly("relu4_2");
    assertThat(names(config.objective().styleLayers())).isEqualTo(PAPER_LAYERS);
    assertThat(config.objective().styleLayers().stream().mapToDouble(LayerWeight::weight).sum())
        .isCloseTo(1, within(1e-12));
    assertThat(
            config.objective().styleLayers().get(0).weight()
                / config.objective().styleLayers().get(4).weight())
        .isCloseTo(256, within(1e-9));
    assertWeights(config.objective(), 0.015, 1, 2);
    assertThat(config.objective().range()).isEqualTo(PixelRange.UNIT);
    assertThat(config.optimizer()).isEqualTo(new Adam(0.02, 0.9, 0.999, 1e-8, true, 0.99));
    assertThat(config.ladder().sizes(512)).containsExactly(128, 181, 256, 362, 512);
    assertThat(config.ladder().iterations()).containsExactly(1000, 500);
    assertThat(config.start()).isEqualTo(new Start.Content());
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"IMPASTO", "STYLE_TRANSFER_PYTORCH"})
  void theReferencePresetsRunAsPublished(Preset preset) {
    TransferConfig config = preset.config();

    assertThat(config.network())
        .isEqualTo(new NetworkConfig(Pooling.MAX, Padding.ZERO, Precision.FLOAT32));
    assertThat(config.objective().scaling()).isEqualTo(LossScaling.ABSOLUTE);
    assertThat(config.objective().contentLayers()).allMatch(layer -> layer.weight() == 1);
    assertThat(config.objective().styleLayers()).allMatch(layer -> layer.weight() == 1);
    assertThat(config.ladder().sizes(700)).containsExactly(700);
  }

  @Test
  void theDefaultIsFreeOfThePicturesSizeAndNeverRises() {
    TransferConfig config = Preset.IMPASTO.config();

    assertThat(config.objective().scaling()).isEqualTo(LossScaling.RELATIVE);
    assertThat(config.ladder().sizes(512).size()).isGreaterThan(1);
    assertThat(config.optimizer())
        .isInstanceOfSatisfying(
            Lbfgs.class,
            lbfgs -> {
              assertThat(lbfgs.rule()).isEqualTo(StepRule.SAFEGUARDED);
              // 100 pairs would be 630 MB at 512 pixels.
              assertThat(lbfgs.historySize()).isLessThanOrEqualTo(20);
            });
  }

  @Test
  void namesAreWrittenAsOnTheCommandLine() {
    assertThat(Preset.values())
        .extracting(Preset::toString)
        .containsExactly("impasto", "gatys", "neural-style", "tutorial", "style-transfer-pytorch");
  }

  private static void assertWeights(
      ObjectiveConfig objective, double content, double style, double tv) {
    assertThat(objective.contentWeight()).isEqualTo(content);
    assertThat(objective.styleWeight()).isEqualTo(style);
    assertThat(objective.tvWeight()).isEqualTo(tv);
  }

  private static List<String> names(List<LayerWeight> layers) {
    return layers.stream().map(LayerWeight::layer).toList();
  }
}
