package impasto.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import impasto.config.LadderConfig;
import impasto.config.OptimizerConfig;
import impasto.config.OptimizerConfig.Lbfgs;
import impasto.config.OptimizerConfig.StepRule;
import impasto.config.TransferConfig;
import impasto.image.Picture;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run never returns worse than the best it has seen, however it ends. */
class BestPictureTest {
  private final Studio studio = new Studio();

  @AfterEach
  void close() {
    studio.close();
  }

  @ParameterizedTest
  @ValueSource(doubles = {3, 30})
  void aDivergingOptimiserLeavesTheBestPicture(double learningRate) {
    assertBestIsReturned(new Lbfgs(learningRate, 100, StepRule.FIXED, false));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e6, 1e30})
  void anOptimiserThatCannotBeTamedLeavesTheBestPictureToo(double learningRate) {
    TransferConfig config =
        Recipes.with(Recipes.quick(12), new Lbfgs(learningRate, 100, StepRule.FIXED, false));

    UnfinishedException failure =
        catchThrowableOfType(UnfinishedException.class, () -> studio.paint(config));

    assertThat(studio.loss(config, failure.lastGood().orElseThrow())).isEqualTo(lowestLoss());
  }

  @Test
  void anUnsteadyOptimiserLeavesTheBestPicture() {
    assertBestIsReturned(new OptimizerConfig.Adam(0.5, 0.9, 0.99, 1e-8, true, 0));
  }

  @Test
  void aStopEndsTheRunWithTheBestPicture() {
    TransferConfig config = Recipes.quick(100);

    TransferResult result = studio.paint(config, List.of(studio.style), Optional.empty(), 5);

    assertThat(result.complete()).isFalse();
    assertThat(studio.iterations).hasSize(5);
    assertThat(studio.loss(config, result.picture())).isEqualTo(lowestLoss());
  }

  @Test
  void aStopBeforeTheFirstEvaluationLeavesTheStart() {
    TransferResult result =
        studio.paint(Recipes.quick(100), List.of(studio.style), Optional.empty(), 0);

    assertThat(result.complete()).isFalse();
    assertThat(studio.iterations).isEmpty();
    assertThat(result.picture().rgb()).isEqualTo(studio.content.rgb());
  }

  @Test
  void aStopAfterTheLastEvaluationOfAScaleDoesNotBeginTheNext() {
    TransferConfig config =
        Recipes.with(Recipes.quick(1), new LadderConfig(64, 32, 2, List.of(3, 3)));

    TransferResult result = studio.paint(config, List.of(studio.style), Optional.empty(), 3);

    assertThat(result.complete()).isFalse();
    assertThat(studio.iterations).hasSize(3);
  }

  @Test
  void aRunToTheEndIsComplete() {
    assertThat(
            studio
                .paint(Recipes.quick(2), List.of(studio.style), Optional.empty(), Integer.MAX_VALUE)
                .complete())
        .isTrue();
  }

  private void assertBestIsReturned(OptimizerConfig optimizer) {
    TransferConfig config = Recipes.with(Recipes.quick(12), optimizer);

    Picture picture = studio.paint(config);

    assertFinite(picture);
    // That is no worse than the start, the first that was told.
    assertThat(studio.loss(config, picture)).isEqualTo(lowestLoss());
  }

  private static void assertFinite(Picture picture) {
    for (float value : picture.rgb()) {
      assertThat(value).isFinite();
    }
  }

  private double lowestLoss() {
    return studio.iterations.stream()
        .mapToDouble(Iteration::loss)
        .filter(Double::isFinite)
        .min()
        .orElseThrow();
  }
}
