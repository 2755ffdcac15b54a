package impasto.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import impasto.config.OptimizerConfig;
import impasto.config.OptimizerConfig.Lbfgs;
import impasto.config.OptimizerConfig.StepRule;
import impasto.config.PixelRange;
import impasto.torch.Objective;
import impasto.torch.TestEngine;
import impasto.torch.TorchRuntime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the settings mean: the first move of each optimiser, calculated by hand. */
class OptimizersTest {
  /** A slope of 3 and 4 everywhere. */
  private static final Objective SLOPE =
      Functions.of(
          (x, gradient) -> {
            gradient[0] = 3;
            gradient[1] = 4;
            return 3 * x[0] + 4 * x[1];
          });

  private final TorchRuntime runtime = TestEngine.start();
  private final NDManager manager = runtime.manager();

  @AfterEach
  void close() {
    runtime.close();
  }

  @Test
  void adamMovesEachValueByTheLearningRate() {
    OptimizerConfig adam = new OptimizerConfig.Adam(0.02, 0.9, 0.999, 1e-8, false, 0);

    assertThat(firstMove(adam, PixelRange.BYTE))
        .containsExactly(new double[] {-0.02, -0.02}, within(1e-9));
  }

  @Test
  void adamAddsEpsilonToTheCorrectedRoot() {
    OptimizerConfig adam = new OptimizerConfig.Adam(0.02, 0.9, 0.999, 1, false, 0);

    // The slope over itself plus one.
    assertThat(firstMove(adam, PixelRange.UNIT))
        .containsExactly(new double[] {-0.02 * 3 / 4, -0.02 * 4 / 5}, within(1e-9));
  }

  @Test
  void theAverageOfAdamsPointsIsTheResult() {
    // Points 0, -0.02 and -0.04 with weights 0.25, 0.5 and 1.
    OptimizerConfig adam = new OptimizerConfig.Adam(0.02, 0.9, 0.999, 1e-12, false, 0.5);
    try (Optimizer optimizer = Optimizers.of(manager, adam, PixelRange.UNIT)) {
      OptimizerState state = OptimizerState.at(manager.create(new double[] {0, 0}));
      for (int i = 0; i < 3; i++) {
        state = optimizer.step(state, SLOPE);
      }

      assertThat(state.x().toDoubleArray())
          .containsExactly(new double[] {-0.04, -0.04}, within(1e-9));
      assertThat(state.result().toDoubleArray())
          .containsExactly(new double[] {-0.05 / 1.75, -0.05 / 1.75}, within(1e-9));
    }
  }

  @Test
  void fixedLbfgsMovesByTheLearningRateOverTheSumOfSlopes() {
    // min(1, 1 / (3 + 4)) * 0.5 times the slope.
    assertThat(firstMove(new Lbfgs(0.5, 10, StepRule.FIXED, false), PixelRange.UNIT))
        .containsExactly(new double[] {-1.5 / 7, -2.0 / 7}, within(1e-12));
  }

  @Test
  void withAPreconditionerFixedLbfgsMovesByAHundredthOfWhiteToo() {
    OptimizerConfig fixed =
        new Lbfgs(0.5, 10, StepRule.FIXED, OptimizerConfig.Preconditioner.MULTILEVEL, false);

    // Half of 2.55 as root mean square along (3, 4), whose own is the root of 12.5.
    double length = 0.5 * 2.55 / Math.sqrt(12.5);
    assertThat(firstMove(fixed, PixelRange.BYTE))
        .containsExactly(new double[] {-3 * length, -4 * length}, within(1e-9));
  }

  @Test
  void aStepThatTaughtNothingIsFollowedByOneAsLong() {
    OptimizerConfig fixed =
        new Lbfgs(1, 10, StepRule.FIXED, OptimizerConfig.Preconditioner.MULTILEVEL, false);
    try (Optimizer optimizer = Optimizers.of(manager, fixed, PixelRange.UNIT)) {
      OptimizerState state = OptimizerState.at(manager.create(new double[] {0, 0}));
      for (int i = 0; i < 3; i++) {
        state = optimizer.step(state, SLOPE);
      }

      // A slope that stays the same has no curvature.
      double length = 2 * 0.01 / Math.sqrt(12.5);
      assertThat(state.x().toDoubleArray())
          .containsExactly(new double[] {-3 * length, -4 * length}, within(1e-9));
    }
  }

  @Test
  void safeguardedLbfgsMovesByAHundredthOfWhite() {
    Lbfgs config = new Lbfgs(1, 10, StepRule.SAFEGUARDED, false);
    double rootMeanSquare = Math.sqrt((9 + 16) / 2.0);

    assertThat(firstMove(config, PixelRange.UNIT))
        .containsExactly(
            new double[] {-0.01 * 3 / rootMeanSquare, -0.01 * 4 / rootMeanSquare}, within(1e-12));
    assertThat(firstMove(config, PixelRange.BYTE))
        .containsExactly(
            new double[] {-2.55 * 3 / rootMeanSquare, -2.55 * 4 / rootMeanSquare}, within(1e-12));
  }

  @Test
  void clampingKeepsTheFirstMoveWithinTheUnitsOfThePicture() {
    Lbfgs config = new Lbfgs(1, 10, StepRule.SAFEGUARDED, true);
    OptimizerState start = Functions.start(manager, 0.001, 300);

    try (Optimizer optimizer = Optimizers.of(manager, config, PixelRange.BYTE)) {
      OptimizerState end = optimizer.step(optimizer.step(start, SLOPE), SLOPE);

      assertThat(Functions.point(end)).containsExactly(0, 255);
    }
  }

  @ParameterizedTest
  @EnumSource(StepRule.class)
  void lbfgsTurnedToTheSameObjectiveGoesOnAsIfNothingHadHappened(StepRule rule) {
    Objective valley = Functions.of(Functions::rosenbrock);
    try (Optimizer optimizer =
        Optimizers.of(manager, new Lbfgs(1, 10, rule, false), PixelRange.UNIT)) {
      OptimizerState state = Functions.start(manager, -1.2, 1);
      for (int i = 0; i < 20; i++) {
        state = optimizer.step(state, valley);
      }
      OptimizerState turned = optimizer.turned(state, state.x().duplicate());
      assertThat(turned.evaluations()).isZero();
      assertThat(turned.value()).isNaN();
      turned = optimizer.step(turned, valley);
      for (int i = 0; i < 8; i++) {
        assertThat(Functions.point(turned)).isEqualTo(Functions.point(state));
        state = optimizer.step(state, valley);
        turned = optimizer.step(turned, valley);
      }
    }
  }

  @Test
  void adamTurnedBeginsAnew() {
    OptimizerConfig adam = new OptimizerConfig.Adam(0.02, 0.9, 0.999, 1e-8, false, 0);
    try (Optimizer optimizer = Optimizers.of(manager, adam, PixelRange.UNIT)) {
      OptimizerState state =
          optimizer.step(optimizer.step(Functions.start(manager, 0, 0), SLOPE), SLOPE);
      OptimizerState turned = optimizer.turned(state, state.x().duplicate());

      assertThat(turned.tensors()).containsOnlyKeys("x");
    }
  }

  private double[] firstMove(OptimizerConfig config, PixelRange range) {
    try (Optimizer optimizer = Optimizers.of(manager, config, range)) {
      OptimizerState start = Functions.start(manager, 0, 0);
      return Functions.point(optimizer.step(optimizer.step(start, SLOPE), SLOPE));
    }
  }
}
