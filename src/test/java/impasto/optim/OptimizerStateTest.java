package impasto.optim;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import impasto.config.OptimizerConfig;
import impasto.config.OptimizerConfig.StepRule;
import impasto.config.PixelRange;
import impasto.torch.Objective;
import impasto.torch.TestEngine;
import impasto.torch.TorchRuntime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** States are values: they can be kept, gone back to, and let go without a trace. */
class OptimizerStateTest {
  private static final int HISTORY = 3;

  private final TorchRuntime runtime = TestEngine.start();
  private final NDManager manager = runtime.manager();
  private final Objective objective = Functions.of(Functions::rosenbrock);

  @AfterEach
  void close() {
    runtime.close();
  }

  static List<OptimizerConfig> optimizers() {
    return List.of(
        new OptimizerConfig.Adam(0.02, 0.9, 0.99, 1e-8, false, 0),
        new OptimizerConfig.Adam(0.02, 0.9, 0.99, 1e-8, true, 0),
        new OptimizerConfig.Lbfgs(1, HISTORY, StepRule.FIXED, false),
        new OptimizerConfig.Lbfgs(1, HISTORY, StepRule.FIXED, true),
        new OptimizerConfig.Lbfgs(1, HISTORY, StepRule.SAFEGUARDED, false),
        new OptimizerConfig.Lbfgs(1, HISTORY, StepRule.SAFEGUARDED, true));
  }

  @Test
  void theStartHasAPointAndNoValue() {
    OptimizerState start = Functions.start(manager, 1, 2);

    assertThat(Functions.point(start)).containsExactly(1, 2);
    assertThat(start.value()).isNaN();
    assertThat(start.evaluations()).isZero();
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void pointValueAndTermsBelongTogether(OptimizerConfig config) {
    try (Optimizer optimizer = optimizer(config)) {
      OptimizerState state = Functions.start(manager, 0.2, 0.9);
      for (int i = 0; i < 40; i++) {
        state = optimizer.step(state, objective);
        double value = Functions.rosenbrock(Functions.point(state), new double[2]);

        assertThat(state.value()).isEqualTo(value);
        assertThat(state.terms()).containsEntry("f", value);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void steppingTwiceFromAStateLeadsToTheSame(OptimizerConfig config) {
    try (Optimizer optimizer = optimizer(config)) {
      OptimizerState state = Functions.start(manager, 0.2, 0.9);
      for (int i = 0; i < 25; i++) {
        OptimizerState first = steps(optimizer, state, 5);
        OptimizerState second = steps(optimizer, state, 5);

        assertThat(Functions.point(second)).isEqualTo(Functions.point(first));
        assertThat(second.numbers()).isEqualTo(first.numbers());
        state = optimizer.step(state, objective);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void releasingFreesExactlyWhatTheSuccessorDoesNotShare(OptimizerConfig config) {
    try (Optimizer optimizer = optimizer(config)) {
      OptimizerState state = Functions.start(manager, 0.2, 0.9);
      for (int i = 0; i < 60; i++) {
        OptimizerState next = optimizer.step(state, objective);
        assertThat(state.tensors().values()).noneMatch(NDArray::isReleased);

        state.release(next);

        assertThat(next.tensors().values()).noneMatch(NDArray::isReleased);
        // Nothing is alive beside the successor's own tensors.
        assertThat(TestEngine.arrays(manager)).isEqualTo(next.tensors().size());
        state = next;
      }
    }
  }

  @Test
  void aFullHistoryForgetsTheOldestPair() {
    try (Optimizer optimizer = optimizer(optimizers().get(2))) {
      OptimizerState state = steps(optimizer, Functions.start(manager, 0.2, 0.9), 20);

      assertThat(Lbfgs.history(state)).hasSize(HISTORY);
    }
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void aClampedPointStaysBetweenBlackAndWhite(OptimizerConfig config) {
    try (Optimizer optimizer = optimizer(config)) {
      OptimizerState state = Functions.start(manager, 0.95, 0.1);
      double lowest = 0;
      double highest = 1;
      for (int i = 0; i < 40; i++) {
        state = optimizer.step(state, objective);
        for (double value : Functions.point(state)) {
          lowest = Math.min(lowest, value);
          highest = Math.max(highest, value);
        }
      }
      if (config.clamp()) {
        assertThat(lowest).isZero();
        assertThat(highest).isEqualTo(1);
      }
    }
  }

  private OptimizerState steps(Optimizer optimizer, OptimizerState start, int count) {
    OptimizerState state = start;
    for (int i = 0; i < count; i++) {
      state = optimizer.step(state, objective);
    }
    return state;
  }

  private Optimizer optimizer(OptimizerConfig config) {
    return Optimizers.of(manager, config, PixelRange.UNIT);
  }
}
