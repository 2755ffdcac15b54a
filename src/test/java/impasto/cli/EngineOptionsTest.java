package impasto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import impasto.config.Precision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineOptionsTest {
  @ParameterizedTest
  @CsvSource({
    "false, true, true, BFLOAT16",
    "false, true, false, BFLOAT16",
    "false, false, true, WINOGRAD",
    "false, false, false, FLOAT32",
    "true, true, true, FLOAT32",
    "true, false, true, FLOAT32"
  })
  void thePrecisionIsWhatWasMeasuredToBeFast(
      boolean onCuda, boolean fastBfloat16, boolean x86OnLinux, Precision expected) {
    assertThat(EngineOptions.suiting(onCuda, fastBfloat16, x86OnLinux)).isEqualTo(expected);
  }
}
