package impasto.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import impasto.config.DeviceChoice;
import impasto.config.DeviceChoice.Kind;
import impasto.config.EngineConfig;
import org.junit.jupiter.api.Test;

class TorchRuntimeTest {

  @Test
  void cudaOnAnEngineWithoutItNamesTheWayOut() {
    try (TorchRuntime cpu = start(Kind.CPU)) {
      assertThat(cpu.onCuda()).isFalse();
    }
    assumeThat(Engine.getInstance().getGpuCount()).as("CUDA devices").isZero();

    assertThatThrownBy(() -> start(Kind.CUDA))
        .isInstanceOf(ComputationException.class)
        .hasMessageContainingAll(
            "--device cuda", "PYTORCH_LIBRARY_PATH", "PYTORCH_FLAVOR=cu128", "--device cpu")
        .message()
        .hasLineCount(1);
  }

  @Test
  void autoTakesWhatThereIs() {
    try (TorchRuntime runtime = start(Kind.AUTO)) {
      assertThat(runtime.onCuda()).isEqualTo(Engine.getInstance().getGpuCount() > 0);
    }
  }

  @Test
  void theFirstStartDecidesTheEnginesSwitches() {
    start(Kind.CPU).close();

    assertThat(System.getProperty("ai.djl.offline")).isEqualTo("true");
    assertThat(System.getProperty("OPT_OUT_TRACKING")).isEqualTo("true");
    assertThat(System.getProperty("ai.djl.pytorch.graph_optimizer")).isEqualTo("false");
  }

  @Test
  void closingFreesItsTensorsAndLeavesOtherRuntimesAlone() {
    try (TorchRuntime other = start(Kind.CPU)) {
      NDArray kept = other.manager().ones(new Shape(3));
      TorchRuntime runtime = start(Kind.CPU);
      NDArray freed = runtime.manager().ones(new Shape(3));

      runtime.close();

      assertThat(freed.isReleased()).isTrue();
      assertThat(kept.isReleased()).isFalse();
    }
  }

  @Test
  void takesNoMoreThreadsThanItWasStartedWithAndNeverNone() {
    try (TorchRuntime runtime = start(Kind.CPU, 3)) {
      assertThat(JniUtils.getNumThreads()).isEqualTo(3);
      runtime.useThreads(2);
      assertThat(JniUtils.getNumThreads()).isEqualTo(2);
      runtime.useThreads(99);
      assertThat(JniUtils.getNumThreads()).isEqualTo(3);
      runtime.useThreads(0);
      assertThat(JniUtils.getNumThreads()).isEqualTo(1);
    }
  }

  @Test
  void guardTranslatesTheEnginesFailuresOnly() {
    assertThat(TorchRuntime.guard(() -> 42)).isEqualTo(42);
    assertThatThrownBy(() -> fail(new EngineException("no memory\nat frame 1\nat frame 2")))
        .isInstanceOf(ComputationException.class)
        .hasMessage("the engine failed: no memory")
        .hasCauseInstanceOf(EngineException.class);
    assertThatThrownBy(() -> fail(new IllegalArgumentException("ours")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ours");
  }

  private static void fail(RuntimeException failure) {
    TorchRuntime.guard(
        () -> {
          throw failure;
        });
  }

  private static TorchRuntime start(Kind kind) {
    return start(kind, 1);
  }

  private static TorchRuntime start(Kind kind, int threads) {
    return TorchRuntime.start(new EngineConfig(new DeviceChoice(kind, 0), threads));
  }
}
