package impasto.torch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ResidentMemoryTest {

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux tells")
  void isInMegabytesAndNeverAboveItsPeak() {
    byte[] block = new byte[64 << 20];
    for (int i = 0; i < block.length; i += 4096) {
      block[i] = 1;
    }
    double now = ResidentMemory.megabytes().orElseThrow();

    // This JVM holds the block, and no test machine holds a million megabytes.
    assertThat(now).isBetween(64.0, 1e6);
    assertThat(ResidentMemory.peakMegabytes().orElseThrow()).isGreaterThanOrEqualTo(now);
    assertThat(block[0]).isEqualTo((byte) 1);
  }
}
