package impasto.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HostTensorTest {

  @Test
  void theShapeMustFitTheValues() {
    assertThat(new HostTensor(new int[] {}, new float[1]).values()).hasSize(1);
    assertThat(new HostTensor(new int[] {2, 0}, new float[0]).shape()).containsExactly(2, 0);
    assertThatThrownBy(() -> new HostTensor(new int[] {2, 3}, new float[5]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("5 values for shape [2, 3]");
    assertThatThrownBy(() -> new HostTensor(new int[] {-1, -1}, new float[1]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("negative axis in shape [-1, -1]");
  }
}
