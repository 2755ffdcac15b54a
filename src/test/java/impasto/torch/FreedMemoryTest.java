package impasto.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FreedMemoryTest {
  private static final Map<String, String> OF_THE_LAUNCHER =
      Map.of("MALLOC_TRIM_THRESHOLD_", "4294967296");

  @Test
  void staysWithTheProcessWhereTheLauncherCanAskForIt() {
    assertThat(FreedMemory.isKept(false, "Linux", OF_THE_LAUNCHER)).isTrue();
    assertThat(FreedMemory.isKept(false, "Linux", Map.of())).isFalse();
    assertThat(FreedMemory.isKept(false, "Mac OS X", OF_THE_LAUNCHER)).isFalse();
  }

  @Test
  void onCudaTheEngineHasItsOwnWays() {
    assertThat(FreedMemory.isKept(true, "Linux", OF_THE_LAUNCHER)).isFalse();
  }
}
