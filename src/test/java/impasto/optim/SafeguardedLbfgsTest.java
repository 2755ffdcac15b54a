package impasto.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import impasto.config.OptimizerConfig.Preconditioner;
import impasto.torch.Objective;
import impasto.torch.TestEngine;
import impasto.torch.TorchRuntime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** It never rises, never leaves the finite numbers, and never stops by accident. */
class SafeguardedLbfgsTest {
  private final TorchRuntime runtime = TestEngine.start();

  @AfterEach
  void close() {
    runtime.close();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 0.01, 1, 1000})
  void rosenbrocksMinimumIsFoundWhateverTheFirstStep(double firstStep) {
    OptimizerState end = descend(Functions::rosenbrock, 300, firstStep, Bounds.NONE, -1.2, 1);

    assertThat(Functions.point(end)).containsExactly(new double[] {1, 1}, within(1e-6));
  }

  @Test
  void aWallOfNotANumberIsNotCrossed() {
    // (x - 3)^2 with its minimum hidden behind a wall at 2, where the value is still falling.
    OptimizerState end =
        descend(
            (x, gradient) -> {
              gradient[0] = x[0] < 2 ? 2 * (x[0] - 3) : Double.NaN;
              return x[0] < 2 ? (x[0] - 3) * (x[0] - 3) : Double.NaN;
            },
            300,
            5,
            Bounds.NONE,
            -10);

    assertThat(Functions.point(end)[0]).isBetween(1.9, 2.0);
  }

  @Test
  void infiniteValuesAreRefused() {
    // -log x + x: infinite at 0, not a number below, with its minimum of 1 at 1.
    OptimizerState end =
        descend(
            (x, gradient) -> {
              gradient[0] = 1 - 1 / x[0];
              return x[0] > 0 ? x[0] - Math.log(x[0]) : Double.POSITIVE_INFINITY;
            },
            100,
            4,
            Bounds.NONE,
            8);

    assertThat(Functions.point(end)[0]).isCloseTo(1, within(1e-6));
  }

  @Test
  void aLowerValueWithoutAGradientIsRefused() {
    // The first step would lead from 8 to -2, where x^2 is lower but has no gradient.
    OptimizerState end =
        descend(
            (x, gradient) -> {
              gradient[0] = x[0] > 0 ? 2 * x[0] : Double.NaN;
              return x[0] * x[0];
            },
            100,
            10,
            Bounds.NONE,
            8);

    assertThat(Functions.point(end)[0]).isBetween(0.0, 1.0);
  }

  @Test
  void withinBoundsTheMinimumOnTheBorderIsFound() {
    // (x - 2)^2 + 10 (y - x / 2)^2 in the unit square: at x = 1, where it still falls, and y = 0.5.
    OptimizerState end =
        descend(
            (x, gradient) -> {
              double bend = x[1] - x[0] / 2;
              gradient[0] = 2 * (x[0] - 2) - 10 * bend;
              gradient[1] = 20 * bend;
              return (x[0] - 2) * (x[0] - 2) + 10 * bend * bend;
            },
            100,
            0.01,
            new Bounds(0, 1),
            0.2,
            0.9);

    assertThat(Functions.point(end)).containsExactly(new double[] {1, 0.5}, within(1e-5));
  }

  @Test
  void aBoundIsLeftWhereTheGradientLeadsInside() {
    OptimizerState end =
        descend(
            (x, gradient) -> {
              gradient[0] = 2 * (x[0] - 0.3);
              gradient[1] = 2 * (x[1] + 5);
              return (x[0] - 0.3) * (x[0] - 0.3) + (x[1] + 5) * (x[1] + 5);
            },
            50,
            0.01,
            new Bounds(0, 1),
            1,
            0);

    assertThat(Functions.point(end)).containsExactly(new double[] {0.3, 0}, within(1e-6));
  }

  @Test
  void onAPlateauItStaysWhereItIs() {
    OptimizerState end = descend((x, gradient) -> 5, 50, 1, Bounds.NONE, 3, 4);

    assertThat(Functions.point(end)).containsExactly(3, 4);
    assertThat(end.value()).isEqualTo(5);
  }

  @Test
  void theBottomOfAKinkIsApproached() {
    // |x| + 2 |y|: the gradient jumps at the minimum, so no curvature is to be learnt.
    OptimizerState end =
        descend(
            (x, gradient) -> {
              gradient[0] = Math.signum(x[0]);
              gradient[1] = 2 * Math.signum(x[1]);
              return Math.abs(x[0]) + 2 * Math.abs(x[1]);
            },
            300,
            1,
            Bounds.NONE,
            3.3,
            -7.7);

    assertThat(end.value()).isLessThan(0.1);
  }

  @Test
  void aGradientThatLiesDoesNotMakeItRise() {
    OptimizerState end =
        descend(
            (x, gradient) -> {
              gradient[0] = -2 * x[0];
              return x[0] * x[0];
            },
            100,
            1,
            Bounds.NONE,
            1);

    assertThat(end.value()).isLessThanOrEqualTo(1);
  }

  @Test
  void afterFourFailuresItForgetsTheHistoryAndTriesAShortStepDownTheGradient() {
    List<double[]> tried = new ArrayList<>();
    Objective objective =
        Functions.of(
            (x, gradient) -> {
              tried.add(x.clone());
              double value = Functions.rosenbrock(x, gradient);
              return tried.size() <= 20 ? value : Double.NaN;
            });
    try (SafeguardedLbfgs optimizer =
        new SafeguardedLbfgs(runtime.manager(), 1, 20, Preconditioner.NONE, 0.01, Bounds.NONE)) {
      OptimizerState state = Functions.start(runtime.manager(), -1.2, 1);
      while (tried.size() <= 20 || state.number("failures", 0) % 4 != 0) {
        state = optimizer.step(state, objective);
      }
      double[] at = Functions.point(state);
      optimizer.step(state, objective);

      double[] gradient = new double[2];
      Functions.rosenbrock(at, gradient);
      double rootMeanSquare = Math.hypot(gradient[0], gradient[1]) / Math.sqrt(2);
      double[] last = tried.get(tried.size() - 1);
      // A tenth of the first step's length, down the gradient.
      assertThat(last[0] - at[0]).isCloseTo(-0.001 * gradient[0] / rootMeanSquare, within(1e-12));
      assertThat(last[1] - at[1]).isCloseTo(-0.001 * gradient[1] / rootMeanSquare, within(1e-12));
    }
  }

  @Test
  void afterFailuresItGoesOnWhenTheFunctionIsSoundAgain() {
    int[] count = {0};
    OptimizerState end =
        descend(
            (x, gradient) -> {
              double value = Functions.rosenbrock(x, gradient);
              return ++count[0] % 10 < 6 ? value : Double.NaN;
            },
            600,
            0.1,
            Bounds.NONE,
            -1.2,
            1);

    assertThat(Functions.point(end)).containsExactly(new double[] {1, 1}, within(1e-3));
  }

  @Test
  void boundsHold() {
    OptimizerState end =
        descend(Functions::rosenbrock, 200, 0.1, new Bounds(-0.5, 0.75), -0.4, 0.7);

    // The minimum lies outside; within, the best is on the valley's floor at the bound.
    assertThat(Functions.point(end)[0]).isCloseTo(0.75, within(1e-3));
  }

  /** Steps, and holds every one of them to never rising. */
  private OptimizerState descend(
      ToDoubleBiFunction<double[], double[]> function,
      int steps,
      double firstStep,
      Bounds bounds,
      double... start) {
    Objective objective = Functions.of(function);
    try (SafeguardedLbfgs optimizer =
        new SafeguardedLbfgs(runtime.manager(), 1, 20, Preconditioner.NONE, firstStep, bounds)) {
      OptimizerState state = optimizer.step(Functions.start(runtime.manager(), start), objective);
      for (int i = 0; i < steps; i++) {
        OptimizerState next = optimizer.step(state, objective);
        assertThat(next.value()).as("value at step %s", i).isLessThanOrEqualTo(state.value());
        assertThat(next.evaluations()).isEqualTo(i + 2);
        assertThat(Arrays.stream(Functions.point(next)))
            .allMatch(value -> bounds.low() <= value && value <= bounds.high());
        state.release(next);
        state = next;
      }
      return state;
    }
  }
}
