package impasto.loss;

import static impasto.loss.Matrices.map;
import static impasto.loss.Matrices.matrix;
import static impasto.loss.Matrices.noise;
import static impasto.loss.Matrices.row;
import static impasto.loss.Matrices.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
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

class GramLossTest {
  private static final LayerWeight LAYER = new LayerWeight("relu1_1", 10);

  private final TorchRuntime runtime = TestEngine.start();
  private final NDManager manager = runtime.manager();

  @AfterEach
  void close() {
    runtime.close();
  }

  @Test
  void isTheWeightedMeanSquaredDifferenceOfGramMatrices() {
    // Two channels, (1, 2) and (3, 1) at two positions: F F^T = (5, 5; 5, 10), over C * N = 4.
    FeatureMap picture = map(manager, row(1, 3), row(2, 1));
    NDArray target = matrix(manager, row(0.25, 1.25), row(1.25, 0.5));
    GramLoss loss = new GramLoss(LAYER, target, LossScaling.ABSOLUTE);

    LossTerm term = loss.evaluate(picture);

    // With D = G - A = (1, 0; 0, 2), the loss is 10 (1 + 4) / 4 and its gradient by F
    // 4 * 10 D F / (C^2 * C * N) = 2.5 D F.
    assertThat(term.value()).isCloseTo(12.5, within(1e-12));
    assertThat(TestEngine.values(term.gradient()))
        .containsExactly(row(2.5, 15, 5, 5), within(1e-12));
    assertThat(loss.name()).isEqualTo("style.relu1_1");
    assertThat(loss.layer()).isEqualTo("relu1_1");
  }

  @Test
  void theRelativeLossIsMeasuredByTheTargetsMeanSquare() {
    NDArray target = matrix(manager, row(1, 1), row(1, 3));
    GramLoss loss = new GramLoss(LAYER, target, LossScaling.RELATIVE);

    // A picture of nothing but zeros is as far away as the target is large.
    assertThat(loss.evaluate(map(manager, row(0, 0))).value()).isCloseTo(10, within(1e-12));
  }

  @Test
  void thePositionsMayBeShuffled() {
    GramLoss loss =
        new GramLoss(LAYER, matrix(manager, row(1, 0), row(0, 1)), LossScaling.ABSOLUTE);

    double value = loss.evaluate(map(manager, row(1, 2), row(3, 4), row(5, 6))).value();

    assertThat(loss.evaluate(map(manager, row(5, 6), row(1, 2), row(3, 4))).value())
        .isCloseTo(value, within(1e-12));
  }

  @Test
  void aPositionCountsAsMuchAsItsWeight() {
    // (1, 2; 2, 4) + (9, 3; 3, 1) / 2 = (5.5, 3.5; 3.5, 4.5), over C times 1.5.
    FeatureMap picture = map(manager, row(1, 2), row(3, 1), row(8, 8));
    NDArray target = matrix(manager, row(5.5 / 3 - 1, 3.5 / 3), row(3.5 / 3, 1.5 - 2));
    GramLoss loss =
        new GramLoss(LAYER, target, LossScaling.ABSOLUTE, Optional.of(weights(manager, 1, 0.5, 0)));

    LossTerm term = loss.evaluate(picture);

    // With D = (1, 0; 0, 2): 10 (1 + 4) / 4, and by f_n w_n 4 * 10 D f_n / (C^2 * C * 1.5).
    double slope = 10 / 3.0;
    assertThat(term.value()).isCloseTo(12.5, within(1e-12));
    assertThat(TestEngine.values(term.gradient()))
        .containsExactly(row(slope, 4 * slope, 1.5 * slope, slope, 0, 0), within(1e-12));
  }

  @Test
  void evaluatingChangesNeitherThePictureNorTheTarget() {
    NDArray target = matrix(manager, row(1, 0), row(0, 1));
    FeatureMap picture = map(manager, row(5, 7));

    new GramLoss(LAYER, target, LossScaling.RELATIVE).evaluate(picture);

    assertThat(TestEngine.values(target)).containsExactly(1, 0, 0, 1);
    assertThat(TestEngine.values(picture.matrix())).containsExactly(5, 7);
  }

  @ParameterizedTest
  @EnumSource
  void theGradientIsThatOfFiniteDifferences(LossScaling scaling) {
    NDArray target = FeatureStatistics.of(FeatureMap.of("relu1_1", noise(manager, 1, 9, 5))).gram();
    GramLoss loss = new GramLoss(LAYER, target, scaling);

    FiniteDifferences.assertGradient(
        noise(manager, 2, 14, 5), x -> loss.evaluate(FeatureMap.of("relu1_1", x)), 1e-4);
  }

  @ParameterizedTest
  @EnumSource
  void theWeightedGradientIsThatOfFiniteDifferences(LossScaling scaling) {
    NDArray target = FeatureStatistics.of(FeatureMap.of("relu1_1", noise(manager, 1, 9, 5))).gram();
    double[] weights = new Random(8).doubles(14).toArray();
    weights[3] = 0;
    GramLoss loss = new GramLoss(LAYER, target, scaling, Optional.of(weights(manager, weights)));

    FiniteDifferences.assertGradient(
        noise(manager, 2, 14, 5), x -> loss.evaluate(FeatureMap.of("relu1_1", x)), 1e-4);
  }

  @ParameterizedTest
  @EnumSource
  void theGradientByTheStatisticsIsThatOfFiniteDifferences(LossScaling scaling) {
    GramLoss loss = new GramLoss(LAYER, noise(manager, 3, 5, 5), scaling);

    FiniteDifferences.assertGradient(
        noise(manager, 4, 5, 5), x -> loss.evaluate(new FeatureStatistics(x, 30)), 1e-3);
  }
}
