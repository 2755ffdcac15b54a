package impasto.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import impasto.torch.TestEngine;
import java.util.Random;
import java.util.function.Function;

/** Holds gradients to central differences of their function, in float64. */
final class FiniteDifferences {
  private static final int COORDINATES = 20;
  private static final int DIRECTIONS = 5;

  private FiniteDifferences() {}

  /**
   * Checks the gradient along random coordinates and random directions.
   *
   * @param x where, in float64
   * @param function the function; tensors it leaves under the manager of its point are freed
   * @param step the distance of the two points, short enough that no kink lies between them
   */
  static void assertGradient(NDArray x, Function<NDArray, LossTerm> function, double step) {
    double[] at = TestEngine.values(x);
    double[] gradient = gradient(x, function);
    double largest = 0;
    for (double slope : gradient) {
      largest = Math.max(largest, Math.abs(slope));
    }
    assertThat(largest).as("largest slope").isPositive();
    Random random = new Random(7);
    for (int i = 0; i < COORDINATES + DIRECTIONS; i++) {
      double[] direction = new double[at.length];
      if (i < COORDINATES) {
        direction[random.nextInt(at.length)] = 1;
      } else {
        for (int j = 0; j < at.length; j++) {
          direction[j] = random.nextGaussian();
        }
      }
      double expected =
          (value(x, function, at, direction, step / 2)
                  - value(x, function, at, direction, -step / 2))
              / step;
      double slope = 0;
      double length = 0;
      for (int j = 0; j < at.length; j++) {
        slope += gradient[j] * direction[j];
        length += direction[j] * direction[j];
      }
      assertThat(slope)
          .as("slope along direction %s", i)
          .isCloseTo(expected, within(1e-6 * largest * Math.sqrt(length)));
    }
  }

  private static double[] gradient(NDArray x, Function<NDArray, LossTerm> function) {
    try (NDManager scope = x.getManager().newSubManager()) {
      return TestEngine.values(
          function.apply(copy(scope, TestEngine.values(x), x.getShape())).gradient());
    }
  }

  private static double value(
      NDArray x,
      Function<NDArray, LossTerm> function,
      double[] at,
      double[] direction,
      double distance) {
    double[] moved = at.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += distance * direction[i];
    }
    try (NDManager scope = x.getManager().newSubManager()) {
      return function.apply(copy(scope, moved, x.getShape())).value();
    }
  }

  private static NDArray copy(NDManager scope, double[] values, Shape shape) {
    return TestEngine.tensor(scope, shape, values);
  }
}
