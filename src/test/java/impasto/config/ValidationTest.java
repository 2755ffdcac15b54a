package impasto.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import impasto.config.OptimizerConfig.Adam;
import impasto.config.OptimizerConfig.Lbfgs;
import impasto.config.OptimizerConfig.StepRule;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Records refuse numbers that make no sense, in one line that says which. */
class ValidationTest {

  @Test
  void weightsAreNumbersOfAtLeastZero() {
    assertRefused(
        () -> new LayerWeight("relu1_1", -1),
        "the weight of relu1_1 must be a number of at least 0, not -1.0");
    assertRefused(
        () -> new LayerWeight("relu1_1", Double.NaN),
        "the weight of relu1_1 must be a number of at least 0, not NaN");
    assertRefused(
        () -> objective(-1, 1, 1), "the content weight must be a number of at least 0, not -1.0");
    assertRefused(
        () -> objective(1, Double.POSITIVE_INFINITY, 1),
        "the style weight must be a number of at least 0, not Infinity");
    assertRefused(
        () -> objective(1, 1, Double.NaN),
        "the total variation weight must be a number of at least 0, not NaN");
    assertThat(objective(0, 0, 0).tvWeight()).isZero();
  }

  @Test
  void aLayerIsNamedOnceInContentAndOnceInStyle() {
    List<LayerWeight> once = layers("relu1_1", "relu2_1");
    List<LayerWeight> twice = layers("relu1_1", "relu2_1", "relu1_1");

    assertRefused(() -> objective(twice, once), "the content layer relu1_1 is named twice");
    assertRefused(() -> objective(once, twice), "the style layer relu1_1 is named twice");
    assertThat(objective(once, layers("relu2_1", "relu3_1")).taps())
        .containsExactly("relu1_1", "relu2_1", "relu3_1");
  }

  @Test
  void optimisersNeedAPositiveLearningRateAndAHistory() {
    assertRefused(
        () -> new Lbfgs(0, 10, StepRule.FIXED, false),
        "the learning rate must be a number above 0, not 0.0");
    assertRefused(
        () -> new Lbfgs(1, 0, StepRule.FIXED, false), "the history size must be at least 1, not 0");
    assertRefused(
        () -> new Adam(Double.NaN, 0.9, 0.99, 1e-8, false, 0),
        "the learning rate must be a number above 0, not NaN");
  }

  @Test
  void theStyleBlendHasAShareAboveZero() {
    assertRefused(() -> transfer(List.of(0.0, 0.0), 1), "the shares of the style blend are all 0");
    assertRefused(
        () -> transfer(List.of(1.0, -0.5), 1),
        "a share of the style blend must be a number of at least 0, not -0.5");
    assertRefused(
        () -> transfer(List.of(), 0), "the style scale must be a number above 0, not 0.0");
  }

  @Test
  void theEngineNeedsAThreadAndARealDevice() {
    DeviceChoice cpu = new DeviceChoice(DeviceChoice.Kind.CPU, 0);

    assertRefused(() -> new EngineConfig(cpu, 0), "threads must be at least 1, not 0");
    assertRefused(() -> new DeviceChoice(DeviceChoice.Kind.CUDA, -1), "negative device index -1");
  }

  @Test
  void recordsDoNotChangeWithTheListsTheyWereMadeOf() {
    List<LayerWeight> layers = new ArrayList<>(layers("relu1_1"));
    List<Integer> iterations = new ArrayList<>(List.of(10));
    List<Double> blend = new ArrayList<>(List.of(1.0));
    ObjectiveConfig objective = objective(layers, layers);
    LadderConfig ladder = new LadderConfig(512, 128, 1, iterations);
    TransferConfig transfer = transfer(blend, 1);

    layers.clear();
    iterations.clear();
    blend.clear();

    assertThat(objective.contentLayers()).hasSize(1);
    assertThat(objective.styleLayers()).hasSize(1);
    assertThat(ladder.iterations()).containsExactly(10);
    assertThat(transfer.styleBlend()).containsExactly(1.0);
  }

  private static void assertRefused(ThrowingCallable making, String message) {
    assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  private static ObjectiveConfig objective(double content, double style, double tv) {
    List<LayerWeight> layers = layers("relu1_1");
    return new ObjectiveConfig(
        layers,
        layers,
        content,
        style,
        tv,
        LossScaling.ABSOLUTE,
        PixelRange.UNIT,
        StyleStatistics.GRAM);
  }

  private static ObjectiveConfig objective(List<LayerWeight> content, List<LayerWeight> style) {
    return new ObjectiveConfig(
        content, style, 1, 1, 1, LossScaling.ABSOLUTE, PixelRange.UNIT, StyleStatistics.GRAM);
  }

  private static TransferConfig transfer(List<Double> blend, double styleScale) {
    TransferConfig config = Preset.GATYS.config();
    return new TransferConfig(
        config.objective(),
        config.network(),
        config.ladder(),
        config.optimizer(),
        config.start(),
        blend,
        OriginalColors.NONE,
        styleScale,
        0,
        config.stopping(),
        config.coarse());
  }

  private static List<LayerWeight> layers(String... names) {
    return List.of(names).stream().map(name -> new LayerWeight(name, 1)).toList();
  }
}
