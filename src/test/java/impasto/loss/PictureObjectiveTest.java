package impasto.loss;

import static impasto.loss.Matrices.noise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import impasto.config.LayerWeight;
import impasto.config.LossScaling;
import impasto.config.NetworkConfig;
import impasto.config.ObjectiveConfig;
import impasto.config.Padding;
import impasto.config.PixelRange;
import impasto.config.Pooling;
import impasto.config.Precision;
import impasto.config.StyleStatistics;
import impasto.net.FeatureExtractor;
import impasto.net.Reference;
import impasto.torch.Evaluation;
import impasto.torch.TestEngine;
import impasto.torch.TorchRuntime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole objective, with a layer that has both a content and a style term. */
class PictureObjectiveTest {
  private static final List<LayerWeight> CONTENT =
      List.of(new LayerWeight("relu4_1", 1), new LayerWeight("relu2_1", 0.5));
  private static final List<LayerWeight> STYLE =
      List.of(new LayerWeight("conv1_1", 2), new LayerWeight("relu4_1", 1));

  private final TorchRuntime runtime = TestEngine.start();
  private final NDArray content = noise(runtime.manager(), 1, 1, 3, 18, 24);
  private final NDArray style = noise(runtime.manager(), 2, 1, 3, 17, 16);
  private final NDArray image = noise(runtime.manager(), 3, 1, 3, 18, 24);

  @AfterEach
  void close() {
    runtime.close();
  }

  @ParameterizedTest
  @CsvSource({"ABSOLUTE, MAX, ZERO", "RELATIVE, MAX, REPLICATE", "RELATIVE, AVERAGE, REFLECT"})
  void theGradientIsThatOfFiniteDifferences(LossScaling scaling, Pooling pooling, Padding padding) {
    try (FeatureExtractor extractor = extractor(pooling, padding)) {
      PictureObjective objective = objective(extractor, scaling, 0.1);

      // Short enough a step that hardly a rectifier changes its side.
      FiniteDifferences.assertGradient(
          image,
          x -> {
            Evaluation evaluation = objective.evaluate(x);
            return new LossTerm(evaluation.value(), evaluation.gradient());
          },
          1e-7);
    }
  }

  @Test
  void theGradientIsThatOfFiniteDifferencesWherePartsAreTransparent() {
    try (FeatureExtractor extractor = extractor(Pooling.MAX, Padding.REPLICATE)) {
      PictureObjective objective =
          new Targets(extractor, config(LossScaling.RELATIVE, 0.1), runtime.manager())
              .objective(
                  new Exemplar(content, Optional.of(noise(runtime.manager(), 4, 18, 24).abs())),
                  List.of(
                      new Exemplar(style, Optional.of(noise(runtime.manager(), 5, 17, 16).abs()))),
                  List.of(1.0));

      FiniteDifferences.assertGradient(
          image,
          x -> {
            Evaluation evaluation = objective.evaluate(x);
            return new LossTerm(evaluation.value(), evaluation.gradient());
          },
          1e-7);
      int before = TestEngine.arrays(runtime.manager());
      objective.evaluate(image);
      assertThat(TestEngine.arrays(runtime.manager())).isEqualTo(before + 1);
    }
  }

  @Test
  void theValueIsTheSumOfNamedTerms() {
    try (FeatureExtractor extractor = extractor(Pooling.MAX, Padding.ZERO)) {
      Evaluation evaluation = objective(extractor, LossScaling.ABSOLUTE, 0.1).evaluate(image);

      assertThat(evaluation.terms())
          .containsOnlyKeys(
              "content.relu4_1", "content.relu2_1", "style.conv1_1", "style.relu4_1", "tv");
      assertThat(evaluation.terms().values()).allMatch(term -> term > 0);
      assertThat(evaluation.value())
          .isCloseTo(
              evaluation.terms().values().stream().mapToDouble(term -> term).sum(), within(1e-12));
    }
  }

  @Test
  void thePhotoItselfHasNoContentLossAndNoTotalVariationUnlessAsked() {
    try (FeatureExtractor extractor = extractor(Pooling.MAX, Padding.ZERO)) {
      Evaluation evaluation = objective(extractor, LossScaling.RELATIVE, 0).evaluate(content);

      assertThat(evaluation.terms()).containsEntry("content.relu4_1", 0.0);
      assertThat(evaluation.terms()).containsEntry("content.relu2_1", 0.0);
      assertThat(evaluation.terms()).doesNotContainKey("tv");
      assertThat(evaluation.terms().get("style.relu4_1")).isPositive();
    }
  }

  @Test
  void evaluatingLeavesThePictureAndNothingButTheGradient() {
    try (FeatureExtractor extractor = extractor(Pooling.MAX, Padding.ZERO)) {
      PictureObjective objective = objective(extractor, LossScaling.RELATIVE, 0.1);
      double[] values = TestEngine.values(image);
      int before = TestEngine.arrays(runtime.manager());

      Evaluation evaluation = objective.evaluate(image);

      assertThat(TestEngine.arrays(runtime.manager())).isEqualTo(before + 1);
      assertThat(evaluation.gradient().getManager()).isSameAs(image.getManager());
      assertThat(TestEngine.values(image)).isEqualTo(values);
      assertThat(image.hasGradient()).isFalse();
    }
  }

  private FeatureExtractor extractor(Pooling pooling, Padding padding) {
    return new FeatureExtractor(
        runtime,
        Reference.slimVgg19(),
        new NetworkConfig(pooling, padding, Precision.FLOAT64),
        PixelRange.UNIT,
        config(LossScaling.ABSOLUTE, 0).taps());
  }

  private PictureObjective objective(
      FeatureExtractor extractor, LossScaling scaling, double tvWeight) {
    return new Targets(extractor, config(scaling, tvWeight), runtime.manager())
        .objective(content, List.of(style), List.of(1.0));
  }

  private static ObjectiveConfig config(LossScaling scaling, double tvWeight) {
    return new ObjectiveConfig(
        CONTENT, STYLE, 1, 100, tvWeight, scaling, PixelRange.UNIT, StyleStatistics.GRAM);
  }
}
