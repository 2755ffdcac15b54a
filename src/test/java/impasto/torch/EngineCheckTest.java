package impasto.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import impasto.config.DeviceChoice;
import impasto.config.EngineConfig;
import org.junit.jupiter.api.Test;

class EngineCheckTest {

  @Test
  void theEngineStartsAndCalculates() {
    EngineCheck check = EngineCheck.run(config(DeviceChoice.Kind.CPU, 0));
    assertThat(check.onCuda()).isFalse();
    assertThat(check.seconds()).isPositive();
  }

  @Test
  void aDeviceThatIsNotThereIsSaid() {
    assertThatThrownBy(() -> EngineCheck.run(config(DeviceChoice.Kind.CUDA, 99)))
        .isInstanceOf(ComputationException.class)
        .hasMessageContaining("--device cuda");
  }

  @Test
  void theVersionsAreThoseOfTheLibraries() {
    assertThat(EngineCheck.djlVersion()).matches("\\d+\\.\\d+\\.\\d+");
    assertThat(EngineCheck.libtorchVersion()).matches("\\d+\\.\\d+\\.\\d+ \\(\\w+\\)");
  }

  @Test
  void theMemoryOfADeviceThatIsNotThereIsUnknown() {
    assertThat(CudaMemory.of(99)).isEmpty();
  }

  private static EngineConfig config(DeviceChoice.Kind kind, int index) {
    return new EngineConfig(new DeviceChoice(kind, index), 1);
  }
}
