package impasto.torch;

import static impasto.torch.TestEngine.tensor;
import static impasto.torch.TestEngine.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecordingTest {
  /** Two outputs: w[0] x^2 and x + w[0], element by element. */
  private static final String SQUARE =
      """
        def forward(self: __torch__.Net,
          x: Tensor,
          w: List[Tensor]) -> List[Tensor]:
          y = torch.mul(w[0], torch.mul(x, x))
          return [y, torch.add(x, w[0])]
      """
          + Recording.PULLBACK;

  private final TorchRuntime runtime = TestEngine.start();
  private final Program program = Program.compile(runtime.manager(), SQUARE);
  private final NDArray x = vector(1, -2, 3);
  private final List<NDArray> weights = List.of(vector(2, 5, 7));

  @AfterEach
  void close() {
    program.close();
    runtime.close();
  }

  @Test
  void thePullbackIsTheVectorJacobianProduct() {
    try (Recording recording = Recording.of(program, x, weights)) {
      assertThat(values(recording.outputs().get(0))).containsExactly(2, 20, 63);
      assertThat(values(recording.outputs().get(1))).containsExactly(3, 3, 10);

      NDArray gradient = recording.pullback(runtime.manager(), seeds());

      // 2 w x times the first seed, plus the second seed.
      assertThat(values(gradient)).containsExactly(4 * 1 + 10, -20 * 10 + 20, 42 * 100 + 30);
    }
  }

  @Test
  void aSecondRecordingStartsFromNoGradient() {
    double[] first = gradient();

    assertThat(gradient()).containsExactly(first);
  }

  @Test
  void outputsAndGradientSurviveGarbageCollections() {
    try (Recording recording = Recording.of(program, x, weights)) {
      TestEngine.collectGarbage();
      NDArray gradient = recording.pullback(runtime.manager(), seeds());
      TestEngine.collectGarbage();

      assertThat(values(gradient)).containsExactly(14, -180, 4230);
    }
  }

  @Test
  void theInputItselfNeverRequiresGradients() {
    try (Recording recording = Recording.of(program, x, weights)) {
      assertThat(recording.outputs()).noneMatch(NDArray::hasGradient);
      assertThat(x.hasGradient()).isFalse();
    }
  }

  @Test
  void closingLeavesNothingButTheGradient() {
    int before = TestEngine.arrays(runtime.manager());
    NDArray gradient;
    try (Recording recording = Recording.of(program, x, weights)) {
      gradient = recording.pullback(runtime.manager(), List.of(x, x));
    }

    assertThat(TestEngine.arrays(runtime.manager())).isEqualTo(before + 1);
    assertThat(values(gradient)).hasSize(3);
  }

  @Test
  void afterAProgramThatFailsARecordingWorksAndNothingIsLeft() {
    int before = TestEngine.arrays(runtime.manager());
    NDArray pair = vector(1, 2);

    assertThatThrownBy(() -> Recording.of(program, pair, weights))
        .isInstanceOf(EngineException.class);

    pair.close();
    assertThat(TestEngine.arrays(runtime.manager())).isEqualTo(before);
    assertThat(gradient()).containsExactly(14, -180, 4230);
  }

  private double[] gradient() {
    try (Recording recording = Recording.of(program, x, weights)) {
      return values(recording.pullback(runtime.manager(), seeds()));
    }
  }

  private List<NDArray> seeds() {
    return List.of(vector(1, 10, 100), vector(10, 20, 30));
  }

  private NDArray vector(double... values) {
    return tensor(runtime.manager(), new Shape(values.length), values);
  }
}
