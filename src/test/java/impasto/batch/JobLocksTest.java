package impasto.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobLocksTest {
  @TempDir Path folder;

  @Test
  void aResultIsLockedForOthersUntilItsProcessIsGone() throws Exception {
    try (JobLocks locks = JobLocks.enter(folder, () -> {})) {
      try (OtherProcess other = OtherProcess.holding(folder, "a.png")) {
        assertThat(other).isNotNull();
        assertThat(locks.tryLock("a.png")).isEmpty();
        try (JobLocks.Held held = locks.tryLock("b.png").orElseThrow()) {
          assertThat(held).isNotNull();
        }
      }
      // The other one was killed: waiting ends.
      locks.lock("a.png").close();
      locks.tryLock("a.png").orElseThrow().close();
      locks.tryLock("a.png").orElseThrow().close();
    }
    assertThat(folder.toFile().list()).containsExactly(JobLocks.FILE);
    assertThat(Files.size(folder.resolve(JobLocks.FILE))).isZero();
  }

  @Test
  void whoEntersKnowsWhetherAnotherIsThere() throws Exception {
    AtomicBoolean alone = new AtomicBoolean();
    try (OtherProcess other = OtherProcess.holding(folder, "a.png")) {
      assertThat(other).isNotNull();
      JobLocks.enter(folder, () -> alone.set(true)).close();
      assertThat(alone).isFalse();
    }
    JobLocks.enter(folder, () -> alone.set(true)).close();
    assertThat(alone).isTrue();
  }
}
