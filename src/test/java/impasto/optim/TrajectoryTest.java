package impasto.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import impasto.config.OptimizerConfig.Preconditioner;
import impasto.optim.TrajectoryFixture.Run;
import impasto.torch.Objective;
import impasto.torch.TestEngine;
import impasto.torch.TorchRuntime;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** L-BFGS without a line search and Adam move as PyTorch's do. */
class TrajectoryTest {
  private static final TrajectoryFixture FIXTURE = TrajectoryFixture.read();

  private final TorchRuntime runtime = TestEngine.start();

  @AfterEach
  void close() {
    runtime.close();
  }

  static List<Run> runs() {
    return FIXTURE.runs();
  }

  @ParameterizedTest
  @MethodSource("runs")
  void everyStepIsThatOfPyTorch(Run run) {
    Objective objective = FIXTURE.objective(run);
    assertThat(run.x()).hasDimensions(51, run.x()[0].length);
    try (Optimizer optimizer = optimizer(run)) {
      OptimizerState state = Functions.start(runtime.manager(), run.x()[0]);
      for (int i = 0; i < run.x().length; i++) {
        // The first step only evaluates the start; each further one moves, then evaluates.
        OptimizerState next = optimizer.step(state, objective);
        state.release(next);
        state = next;

        double largest = Arrays.stream(run.x()[i]).map(Math::abs).max().orElseThrow();
        assertThat(Functions.point(state))
            .as("step %s", i)
            .containsExactly(run.x()[i], within(1e-7 * largest));
        assertThat(state.value())
            .as("value at step %s", i)
            .isCloseTo(run.f()[i], within(1e-9 + 1e-5 * run.f()[i]));
        assertThat(state.evaluations()).isEqualTo(i + 1);
      }
    }
  }

  private Optimizer optimizer(Run run) {
    return run.optimiser().equals("adam")
        ? new Adam(run.lr(), run.betas()[0], run.betas()[1], run.eps(), Bounds.NONE, 0)
        : new FixedStepLbfgs(
            runtime.manager(),
            run.lr(),
            run.history(),
            Preconditioner.NONE,
            OptionalDouble.empty(),
            Bounds.NONE);
  }
}
