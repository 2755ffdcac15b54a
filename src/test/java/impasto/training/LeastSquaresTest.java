package impasto.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import impasto.torch.TestEngine;
import impasto.torch.TorchRuntime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeastSquaresTest {
  private final TorchRuntime runtime = TestEngine.start();
  private final LeastSquares solver = new LeastSquares(runtime.manager());

  @AfterEach
  void close() {
    solver.close();
    runtime.close();
  }

  @Test
  void aChannelIsExplainedByItsShareOfAnother() {
    // f2 = f1 / 2 + what f1 knows nothing of: E[f1 f1] = 2, E[f1 f2] = 1.
    double[][] second = {{2, 1}, {1, 3}};

    double[][] explained = solver.explain(second, new int[] {0});

    assertThat(explained).hasDimensions(1, 2);
    assertThat(explained[0][0]).isCloseTo(1, within(1e-3));
    assertThat(explained[0][1]).isCloseTo(0.5, within(1e-3));
  }

  @Test
  void twoChannelsExplainAThirdTogether() {
    // f3 = 3 f1 - f2, where f1 and f2 have 1 and 4 and 1 in common.
    double[][] second = {{1, 1, 2}, {1, 4, -1}, {2, -1, 7}};

    double[][] explained = solver.explain(second, new int[] {1, 0});

    assertThat(explained[0][2]).isCloseTo(-1, within(3e-3));
    assertThat(explained[1][2]).isCloseTo(3, within(3e-3));
  }

  @Test
  void channelsThatAreTheSameShareTheLoad() {
    double[][] second = {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}};

    double[][] explained = solver.explain(second, new int[] {0, 1});

    assertThat(explained[0][2]).isCloseTo(0.5, within(1e-3));
    assertThat(explained[1][2]).isCloseTo(0.5, within(1e-3));
  }
}
