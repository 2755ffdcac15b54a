package impasto.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import impasto.config.TransferConfig;
import impasto.loss.ScoreFixture.Case;
import impasto.net.FeatureExtractor;
import impasto.net.NetworkWeights;
import impasto.net.Reference;
import impasto.torch.Evaluation;
import impasto.torch.TestEngine;
import impasto.torch.TorchRuntime;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Compares objectives of the reference presets, in float32, with PyTorch's in float64. */
final class PresetScores {
  private PresetScores() {}

  /** Checks terms, total and gradient, the gradient's sample by its relative L2 distance. */
  static void assertReproduced(
      TorchRuntime runtime, NetworkWeights weights, Case expected, double tolerance) {
    Evaluation evaluation = evaluate(runtime, weights, expected);

    assertThat(evaluation.terms()).containsOnlyKeys(expected.terms().keySet());
    expected
        .terms()
        .forEach(
            (name, term) ->
                assertThat(evaluation.terms().get(name))
                    .as(name)
                    .isCloseTo(term, withinPercentage(100 * tolerance)));
    assertThat(evaluation.value()).isCloseTo(expected.total(), withinPercentage(100 * tolerance));

    double[] gradient = TestEngine.values(evaluation.gradient());
    double norm = Math.sqrt(DoubleStream.of(gradient).map(slope -> slope * slope).sum());
    double[] sample =
        IntStream.iterate(0, i -> i < gradient.length, i -> i + expected.gradient().stride())
            .mapToDouble(i -> gradient[i])
            .toArray();
    assertThat(norm).isCloseTo(expected.gradient().norm(), withinPercentage(100 * tolerance));
    assertThat(Reference.distance(sample, expected.gradient().values()))
        .as("gradient")
        .isCloseTo(0, within(tolerance));
  }

  private static Evaluation evaluate(TorchRuntime runtime, NetworkWeights weights, Case expected) {
    TransferConfig config = expected.recipe().config();
    try (FeatureExtractor extractor =
        new FeatureExtractor(
            runtime,
            weights,
            config.network(),
            config.objective().range(),
            config.objective().taps())) {
      NDArray content = picture(runtime, expected, "content");
      NDArray style = picture(runtime, expected, "style");
      return new Targets(extractor, config.objective(), runtime.manager())
          .objective(content, List.of(style), List.of(1.0))
          .evaluate(picture(runtime, expected, "image"));
    }
  }

  private static NDArray picture(TorchRuntime runtime, Case expected, String role) {
    return Reference.tensor(
        runtime.manager(),
        expected.pictures().get(role),
        expected.recipe().config().objective().range(),
        DataType.FLOAT32);
  }
}
