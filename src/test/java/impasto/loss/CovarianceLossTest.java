package impasto.loss;

import static impasto.loss.Matrices.map;
import static impasto.loss.Matrices.noise;
import static impasto.loss.Matrices.row;
import static impasto.loss.Matrices.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import impasto.config.LayerWeight;
import impasto.config.LossScaling;
import impasto.net.FeatureMap;
import impasto.torch.TestEngine;
import impasto.torch.TorchRuntime;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CovarianceLossTest {
  private static final LayerWeight LAYER = new LayerWeight("relu1_1", 10);

  private final TorchRuntime runtime = TestEngine.start();
  private final NDManager manager = runtime.manager();

  @AfterEach
  void close() {
    runtime.close();
  }

  @Test
  void isTheMeanSquaredDifferenceOfMeansAndOfCovariances() {
    // One channel: mean 3 and variance 4 against mean 1 and variance 0.25.
    CovarianceLoss loss = loss(map(manager, row(0.5), row(1.5)), LossScaling.ABSOLUTE, NONE);

    LossTerm term = loss.evaluate(map(manager, row(1), row(5)));

    assertThat(term.value()).isCloseTo(5 * (2 * 2 + 3.75 * 3.75), within(1e-12));
    // By f: 5 (2 * 2 / N + 2 * 3.75 * 2 (f - m) / N).
    assertThat(TestEngine.values(term.gradient()))
        .containsExactly(row(5 * (2 - 15), 5 * (2 + 15)), within(1e-12));
    assertThat(loss.name()).isEqualTo("style.relu1_1");
  }

  @Test
  void normalizedItIsNotOverTheChannels() {
    CovarianceLoss loss = loss(map(manager, row(0, 0), row(0, 0)), LossScaling.NORMALIZED, NONE);

    // The means are equal; the covariances differ in one value, by 1: 1 / 1, times half of 10.
    LossTerm term = loss.evaluate(map(manager, row(1, 0), row(-1, 0)));

    assertThat(term.value()).isCloseTo(5, within(1e-6));
  }

  @Test
  void aPaintingIsAtNoDistanceFromItself() {
    FeatureMap map = FeatureMap.of("relu1_1", noise(manager, 5, 20, 6));
    CovarianceLoss loss = loss(map, LossScaling.RELATIVE, NONE);

    assertThat(loss.evaluate(map).value()).isCloseTo(0, within(1e-20));
  }

  @ParameterizedTest
  @EnumSource
  void theGradientIsThatOfFiniteDifferences(LossScaling scaling) {
    CovarianceLoss loss = loss(FeatureMap.of("", noise(manager, 1, 9, 5)), scaling, NONE);

    FiniteDifferences.assertGradient(
        noise(manager, 2, 14, 5), x -> loss.evaluate(FeatureMap.of("relu1_1", x)), 1e-4);
  }

  @ParameterizedTest
  @EnumSource
  void theWeightedGradientIsThatOfFiniteDifferences(LossScaling scaling) {
    double[] weights = new Random(8).doubles(14).toArray();
    weights[3] = 0;
    CovarianceLoss loss =
        loss(
            FeatureMap.of("", noise(manager, 1, 9, 5)),
            scaling,
            Optional.of(weights(manager, weights)));

    FiniteDifferences.assertGradient(
        noise(manager, 2, 14, 5), x -> loss.evaluate(FeatureMap.of("relu1_1", x)), 1e-4);
  }

  private static final Optional<PositionWeights> NONE = Optional.empty();

  private static CovarianceLoss loss(
      FeatureMap painting, LossScaling scaling, Optional<PositionWeights> weights) {
    StyleTarget target = StyleTarget.of(painting, NONE);
    return new CovarianceLoss(LAYER, target.mean(), target.covariance(), scaling, weights);
  }
}
