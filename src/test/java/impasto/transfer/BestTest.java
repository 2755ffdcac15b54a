package impasto.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import impasto.optim.OptimizerState;
import impasto.torch.TestEngine;
import impasto.torch.TorchRuntime;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BestTest {
  private final TorchRuntime runtime = TestEngine.start();
  private final Best best = new Best();

  @AfterEach
  void close() {
    best.close();
    runtime.close();
  }

  @Test
  void keepsTheLowestLossAndTheFirstOfEquals() {
    assertThat(best.x()).isEmpty();
    best.offer(state(1, 5));
    best.offer(state(2, 3));
    best.offer(state(3, 4));
    best.offer(state(4, 3));

    assertThat(point()).isEqualTo(2);
  }

  @Test
  void keepsACopy() {
    OptimizerState state = state(1, 5);
    best.offer(state);

    state.x().close();

    assertThat(point()).isEqualTo(1);
    assertThat(TestEngine.arrays(runtime.manager())).isEqualTo(1);
  }

  private double point() {
    return TestEngine.values(best.x().orElseThrow())[0];
  }

  private OptimizerState state(double x, double value) {
    return new OptimizerState(
        Map.of("x", TestEngine.tensor(runtime.manager(), new Shape(1), x)),
        Map.of("value", value),
        Map.of());
  }
}
