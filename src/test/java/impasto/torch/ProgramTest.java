package impasto.torch;

import static impasto.torch.TestEngine.tensor;
import static impasto.torch.TestEngine.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProgramTest {
  private static final String TWO_METHODS =
      """
        def weave(self: __torch__.Net,
          a: Tensor,
          b: List[Tensor],
          c: Tensor) -> List[Tensor]:
          return [torch.sub(a, c), torch.add(b[0], b[1])]
        def count(self: __torch__.Net,
          a: List[Tensor]) -> List[Tensor]:
          return a
      """;

  private final TorchRuntime runtime = TestEngine.start();

  @AfterEach
  void close() {
    runtime.close();
  }

  @Test
  void argumentsArriveInTheirOrderWhetherTensorsOrLists() {
    try (Program program = Program.compile(runtime.manager(), TWO_METHODS)) {
      List<NDArray> results =
          program.call(
              runtime.manager(),
              "weave",
              Argument.tensor(scalar(10)),
              Argument.tensors(List.of(scalar(1), scalar(2))),
              Argument.tensor(scalar(3)));

      assertThat(results).hasSize(2);
      assertThat(values(results.get(0))).containsExactly(7);
      assertThat(values(results.get(1))).containsExactly(3);
    }
  }

  @Test
  void aListMayHaveOneElementOrMany() {
    try (Program program = Program.compile(runtime.manager(), TWO_METHODS)) {
      for (int length : new int[] {1, 2, 11, 12}) {
        NDArray[] list = new NDArray[length];
        for (int i = 0; i < length; i++) {
          list[i] = scalar(i);
        }
        List<NDArray> results =
            program.call(runtime.manager(), "count", Argument.tensors(List.of(list)));

        assertThat(results).hasSize(length);
        assertThat(values(results.get(length - 1))).containsExactly(length - 1);
      }
    }
  }

  @Test
  void aCallLeavesNothingButItsResults() {
    try (Program program = Program.compile(runtime.manager(), TWO_METHODS)) {
      Argument a = Argument.tensor(scalar(1));
      Argument b = Argument.tensors(List.of(scalar(2), scalar(3)));
      Argument c = Argument.tensor(scalar(4));
      int before = TestEngine.arrays(runtime.manager());

      program.call(runtime.manager(), "weave", a, b, c);

      assertThat(TestEngine.arrays(runtime.manager())).isEqualTo(before + 2);
    }
  }

  @Test
  void aTextThatIsNoProgramIsAComputationExceptionOfOneLine() {
    assertThatThrownBy(
            () ->
                TorchRuntime.guard(
                    () ->
                        Program.compile(
                            runtime.manager(),
                            "  def broken(self) -> Tensor:\n    return nothing\n")))
        .isInstanceOf(ComputationException.class)
        .hasMessageStartingWith("the engine failed: ")
        .message()
        .hasLineCount(1);
  }

  private NDArray scalar(double value) {
    return tensor(runtime.manager(), new Shape(1), value);
  }
}
