package impasto.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import impasto.torch.Argument;
import impasto.torch.Program;
import impasto.torch.TestEngine;
import impasto.torch.TorchRuntime;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HalfMapTest {
  /** What is kept of a number in bfloat16, which has 8 bits of mantissa. */
  private static final double ROUNDING = 1.0 / 256;

  private static final int CHANNELS = 3;

  private final TorchRuntime runtime = TestEngine.start();
  private final Program program = Program.compile(runtime.manager(), HalfMap.METHODS);

  @AfterEach
  void close() {
    program.close();
    runtime.close();
  }

  // Less than a block, blocks alone, and blocks with a rest.
  @ParameterizedTest
  @ValueSource(ints = {1, 700, 4096, 5001})
  void momentsAreThoseOfItsNumbers(int positions) {
    HalfMap map = map(positions);
    double[] f = TestEngine.values(map.matrix());
    double[] mean = new double[CHANNELS];
    double[] moments = new double[CHANNELS * CHANNELS];
    for (int p = 0; p < positions; p++) {
      for (int i = 0; i < CHANNELS; i++) {
        double fi = f[p * CHANNELS + i];
        mean[i] += fi / positions;
        for (int j = 0; j < CHANNELS; j++) {
          moments[i * CHANNELS + j] += fi * f[p * CHANNELS + j];
        }
      }
    }

    assertThat(map.positions()).isEqualTo(positions);
    assertThat(map.channels()).isEqualTo(CHANNELS);
    assertThat(map.mean().getShape()).isEqualTo(new Shape(1, CHANNELS));
    // Rounding errors of several blocks cancel out in part.
    assertThat(TestEngine.values(map.mean())).containsExactly(mean, within(ROUNDING / 2));
    assertThat(TestEngine.values(map.secondMoments()))
        .containsExactly(moments, within(ROUNDING / 2 * positions));
  }

  @Test
  void aSmallMapsMomentsAreExact() {
    HalfMap map = map(2047);
    FeatureMap exact = FeatureMap.of("", map.matrix());

    assertThat(TestEngine.values(map.secondMoments()))
        .containsExactly(TestEngine.values(exact.secondMoments()), within(1e-3));
    assertThat(TestEngine.values(map.mean()))
        .containsExactly(TestEngine.values(exact.mean()), within(1e-6));
  }

  @Test
  void aGradientIsAsInFloat32UpToRounding() {
    HalfMap map = map(40);
    NDArray slope = noise(CHANNELS, CHANNELS);
    NDArray shift = noise(1, CHANNELS);
    FeatureMap exact = FeatureMap.of("", map.matrix());

    HalfMap gradient = new HalfMap("", map.affine(slope, shift), program);

    assertThat(TestEngine.values(gradient.matrix()))
        .containsExactly(
            TestEngine.values(exact.affine(slope, shift)), within(3 * CHANNELS * ROUNDING));
  }

  @Test
  void numbersThatAreHalvesSurvive() {
    NDArray halves =
        runtime.manager().create(new float[] {1, -0.5f, 3, 0, 96, 1e-20f}, new Shape(2, 3));
    NDArray given = halves.duplicate();

    HalfMap map =
        new HalfMap(
            "relu1_1",
            program.call(runtime.manager(), "own", Argument.tensor(given)).get(0),
            program);

    assertThat(TestEngine.values(map.matrix())).startsWith(1, -0.5, 3, 0, 96);
    assertThat(map.matrix().getFloat(1, 2)).isCloseTo(1e-20f, within(1e-22f));
  }

  /** Seeded numbers from 0 to 1, as rectifiers give them. */
  private HalfMap map(int positions) {
    NDArray matrix = noise(positions, CHANNELS);
    return new HalfMap(
        "", program.call(runtime.manager(), "own", Argument.tensor(matrix)).get(0), program);
  }

  private NDArray noise(int rows, int columns) {
    Random random = new Random(rows);
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat();
    }
    return runtime.manager().create(values, new Shape(rows, columns)).duplicate();
  }
}
