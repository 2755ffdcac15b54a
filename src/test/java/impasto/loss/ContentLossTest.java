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

class ContentLossTest {
  private static final LayerWeight LAYER = new LayerWeight("relu1_1", 6);

  private final TorchRuntime runtime = TestEngine.start();
  private final NDManager manager = runtime.manager();

  @AfterEach
  void close() {
    runtime.close();
  }

  @Test
  void isTheWeightedMeanSquaredDifference() {
    ContentLoss loss =
        new ContentLoss(LAYER, map(manager, row(1, 2), row(3, 4)), LossScaling.ABSOLUTE);

    LossTerm term = loss.evaluate(map(manager, row(1, 0), row(3, 7)));

    // 6 (0 + 4 + 0 + 9) / 4, and 2 * 6 / 4 times the differences 0, -2, 0, 3.
    assertThat(term.value()).isEqualTo(19.5);
    assertThat(TestEngine.values(term.gradient())).containsExactly(0, -6, 0, 9);
    assertThat(loss.name()).isEqualTo("content.relu1_1");
    assertThat(loss.layer()).isEqualTo("relu1_1");
  }

  @Test
  void theRelativeLossIsMeasuredByTheTargetsMeanSquare() {
    ContentLoss loss =
        new ContentLoss(LAYER, map(manager, row(1, 2), row(3, 4)), LossScaling.RELATIVE);

    // The target's mean square is 30 / 4.
    assertThat(loss.evaluate(map(manager, row(1, 0), row(3, 7))).value())
        .isCloseTo(19.5 / 7.5, within(1e-12));
    // A picture of nothing but zeros is as far away as the target is large.
    assertThat(loss.evaluate(map(manager, row(0, 0), row(0, 0))).value())
        .isCloseTo(6, within(1e-12));
  }

  @Test
  void aPositionCountsAsMuchAsItsWeight() {
    FeatureMap target = map(manager, row(1, 2), row(3, 4), row(99, 99));
    FeatureMap picture = map(manager, row(1, 0), row(3, 7), row(0, 0));
    Optional<PositionWeights> weights = Optional.of(weights(manager, 1, 0.5, 0));

    LossTerm term = new ContentLoss(LAYER, target, LossScaling.ABSOLUTE, weights).evaluate(picture);
    LossTerm relative =
        new ContentLoss(LAYER, target, LossScaling.RELATIVE, weights).evaluate(picture);

    // 6 (4 + 9 / 2) over 2 channels times 1.5; slopes 2 * 6 / 3 times 0, -2, and half of 0, 3.
    assertThat(term.value()).isCloseTo(17, within(1e-12));
    assertThat(TestEngine.values(term.gradient()))
        .containsExactly(row(0, -8, 0, 6, 0, 0), within(1e-12));
    // The target's weighted mean square is (5 + 25 / 2) / 3.
    assertThat(relative.value()).isCloseTo(17 / (17.5 / 3), within(1e-12));
  }

  @Test
  void aTargetOfZerosHasNoScaleOfItsOwn() {
    ContentLoss loss = new ContentLoss(LAYER, map(manager, row(0, 0)), LossScaling.RELATIVE);

    assertThat(loss.evaluate(map(manager, row(1, 1))).value()).isEqualTo(6);
  }

  @Test
  void evaluatingChangesNeitherThePictureNorTheTarget() {
    FeatureMap target = map(manager, row(1, 2));
    FeatureMap picture = map(manager, row(5, 7));

    new ContentLoss(LAYER, target, LossScaling.ABSOLUTE).evaluate(picture);

    assertThat(TestEngine.values(target.matrix())).containsExactly(1, 2);
    assertThat(TestEngine.values(picture.matrix())).containsExactly(5, 7);
  }

  @ParameterizedTest
  @EnumSource
  void theGradientIsThatOfFiniteDifferences(LossScaling scaling) {
    FeatureMap target = FeatureMap.of("relu1_1", noise(manager, 1, 12, 5));
    ContentLoss loss = new ContentLoss(LAYER, target, scaling);

    FiniteDifferences.assertGradient(
        noise(manager, 2, 12, 5), x -> loss.evaluate(FeatureMap.of("relu1_1", x)), 1e-5);
  }

  @ParameterizedTest
  @EnumSource
  void theWeightedGradientIsThatOfFiniteDifferences(LossScaling scaling) {
    FeatureMap target = FeatureMap.of("relu1_1", noise(manager, 1, 12, 5));
    PositionWeights weights = weights(manager, new Random(8).doubles(12).toArray());
    ContentLoss loss = new ContentLoss(LAYER, target, scaling, Optional.of(weights));

    FiniteDifferences.assertGradient(
        noise(manager, 2, 12, 5), x -> loss.evaluate(FeatureMap.of("relu1_1", x)), 1e-5);
  }
}
