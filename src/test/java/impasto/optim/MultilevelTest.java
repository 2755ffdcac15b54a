package impasto.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import impasto.config.OptimizerConfig.Preconditioner;
import impasto.torch.Objective;
import impasto.torch.TestEngine;
import impasto.torch.TorchRuntime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The multilevel preconditioner: broad shapes move further, fine ones as before. */
class MultilevelTest {
  private final TorchRuntime runtime = TestEngine.start();

  @AfterEach
  void close() {
    runtime.close();
  }

  @Test
  void anEvenTintMovesSixtyThreeTimesAsFar() {
    // 1 + 2 + 4 + 8 + 16 + 32
    assertThat(preconditioned(new Shape(1, 3, 64, 96), i -> 1))
        .usingComparatorWithPrecision(1e-12)
        .containsOnly(63.0);
  }

  @Test
  void alternatingPixelsMoveAsWithoutIt() {
    int side = 256;
    double[] result =
        preconditioned(new Shape(1, 1, side, side), i -> (i / side + i % side) % 2 == 0 ? 1 : -1);

    // At the corners the enlargement has no neighbour to cancel them with.
    int middle = side * side / 2 + side / 2;
    assertThat(result[middle]).isCloseTo(1, within(1e-12));
    assertThat(result[middle + 1]).isCloseTo(-1, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"37, 21", "64, 64", "5, 3", "1, 40", "1, 1"})
  void itIsSymmetricAndNoLessThanTheIdentity(int height, int width) {
    Shape shape = new Shape(1, 3, height, width);
    double[] a = noise(shape, 1);
    double[] b = noise(shape, 2);
    double[] pa = preconditioned(shape, i -> a[i]);
    double[] pb = preconditioned(shape, i -> b[i]);

    assertThat(dot(a, pb)).isCloseTo(dot(pa, b), within(1e-9));
    assertThat(dot(a, pa)).isGreaterThanOrEqualTo(dot(a, a));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void theRecursionBeginsWithItScaledToTwiceTheLastStepAndAFortiethAPair(int pairs) {
    Shape shape = new Shape(1, 3, 11, 40);
    double[] g = noise(shape, 1);
    List<double[]> s = new ArrayList<>();
    List<double[]> y = new ArrayList<>();
    for (int j = 0; j < pairs; j++) {
      double[] step = noise(shape, 2 + 2 * j);
      double[] other = noise(shape, 3 + 2 * j);
      s.add(step);
      y.add(IntStream.range(0, g.length).mapToDouble(i -> step[i] + 0.3 * other[i]).toArray());
    }

    double[] expected = direction(shape, g, s, y);

    try (LbfgsDirection direction =
            new LbfgsDirection(runtime.manager(), Preconditioner.MULTILEVEL);
        NDManager scope = runtime.manager().newSubManager();
        NDArray result =
            direction.of(
                scope,
                TestEngine.tensor(scope, shape, g),
                s.stream().map(step -> TestEngine.tensor(scope, shape, step)).toList(),
                y.stream().map(change -> TestEngine.tensor(scope, shape, change)).toList())) {
      assertThat(result.toDoubleArray()).containsExactly(expected, within(1e-10));
    }
  }

  /** Nocedal and Wright, algorithm 7.4; the oldest pair comes first. */
  private double[] direction(Shape shape, double[] g, List<double[]> s, List<double[]> y) {
    int last = s.size() - 1;
    double[] q = g.clone();
    double[] alphas = new double[s.size()];
    for (int j = last; j >= 0; j--) {
      alphas[j] = dot(s.get(j), q) / dot(s.get(j), y.get(j));
      add(q, -alphas[j], y.get(j));
    }
    double[] change = y.get(last);
    double gamma =
        (2 + s.size() / 40.0)
            * dot(s.get(last), change)
            / dot(change, preconditioned(shape, i -> change[i]));
    double[] pq = preconditioned(shape, i -> q[i]);
    double[] r = Arrays.stream(pq).map(value -> gamma * value).toArray();
    for (int j = 0; j <= last; j++) {
      double beta = dot(y.get(j), r) / dot(s.get(j), y.get(j));
      add(r, alphas[j] - beta, s.get(j));
    }
    return Arrays.stream(r).map(value -> -value).toArray();
  }

  private static void add(double[] sum, double factor, double[] other) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * other[i];
    }
  }

  @Test
  void whatIsNearlyFlatInBroadShapesFallsFaster() {
    // |x[i+1] - x[i]|^2 along both axes: of little curvature at low frequencies.
    double without = smoothed(Preconditioner.NONE);
    double with = smoothed(Preconditioner.MULTILEVEL);

    assertThat(with).isLessThan(without / 4);
  }

  @Test
  void withinBoundsTheMinimumOnTheBorderIsFound() {
    // (x - 2)^2 in the left half, which ends at the bound of 1, and (x - 0.25)^2 in the right one.
    int side = 16;
    Objective objective =
        Functions.of(
            (x, gradient) -> {
              double value = 0;
              for (int i = 0; i < x.length; i++) {
                double difference = x[i] - (i % side < side / 2 ? 2 : 0.25);
                gradient[i] = 2 * difference;
                value += difference * difference;
              }
              return value;
            });
    double[] start = IntStream.range(0, side * side).mapToDouble(i -> i % 2 * 0.9).toArray();

    double[] end = descend(objective, start, 40, Preconditioner.MULTILEVEL, new Bounds(0, 1));

    assertThat(end[0]).isEqualTo(1);
    assertThat(end[side / 2 - 1]).isEqualTo(1);
    assertThat(end[side / 2]).isCloseTo(0.25, within(1e-3));
    assertThat(end[side - 1]).isCloseTo(0.25, within(1e-3));
  }

  private double smoothed(Preconditioner preconditioner) {
    int side = 48;
    double[] start =
        IntStream.range(0, side * side).mapToDouble(i -> i % side < 9 ? 1 : 0).toArray();
    ToDoubleBiFunction<double[], double[]> differences =
        (x, gradient) -> {
          double value = 0;
          for (int i = 0; i < x.length; i++) {
            value += i % side > 0 ? pull(x, gradient, i, i - 1) : 0;
            value += i >= side ? pull(x, gradient, i, i - side) : 0;
          }
          return value;
        };
    double[] end = descend(Functions.of(differences), start, 20, preconditioner, Bounds.NONE);
    return differences.applyAsDouble(end, new double[end.length]);
  }

  /** The point after some steps from a square picture. */
  private double[] descend(
      Objective objective,
      double[] start,
      int steps,
      Preconditioner preconditioner,
      Bounds bounds) {
    int side = (int) Math.sqrt(start.length);
    try (Optimizer optimizer =
        new SafeguardedLbfgs(runtime.manager(), 1, 10, preconditioner, 0.01, bounds)) {
      OptimizerState state =
          OptimizerState.at(
              TestEngine.tensor(runtime.manager(), new Shape(1, 1, side, side), start));
      for (int i = 0; i < steps; i++) {
        state = optimizer.step(state, objective);
      }
      return Functions.point(state);
    }
  }

  private static double pull(double[] x, double[] gradient, int a, int b) {
    double difference = x[a] - x[b];
    gradient[a] += 2 * difference;
    gradient[b] -= 2 * difference;
    return difference * difference;
  }

  private double[] preconditioned(Shape shape, IntToDoubleFunction v) {
    double[] values = IntStream.range(0, (int) shape.size()).mapToDouble(v).toArray();
    try (LbfgsDirection direction =
            new LbfgsDirection(runtime.manager(), Preconditioner.MULTILEVEL);
        NDArray tensor = TestEngine.tensor(runtime.manager(), shape, values);
        NDArray result = direction.preconditioned(runtime.manager(), tensor)) {
      return result.toDoubleArray();
    }
  }

  private static double[] noise(Shape shape, int seed) {
    Random random = new Random(seed);
    return random.doubles(shape.size(), -1, 1).toArray();
  }

  private static double dot(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
  }
}
