package impasto.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fake trees of {@code /proc} and {@code /sys/fs/cgroup}: a machine of 16384 MB, 8192 of them free.
 */
class MachineMemoryTest {
  private static final String NO_LIMIT_V1 = "9223372036854771712\n";

  @TempDir private Path root;

  @Test
  void aMachineWithoutContainersHasWhatItSays() throws IOException {
    meminfo();
    assertThat(read()).isEqualTo(new MachineMemory(16384, 8192, OptionalLong.empty()));
  }

  @Test
  void aLimitOfVersion2LeavesWhatIsNotUsedOrCanBeReclaimed() throws IOException {
    meminfo();
    file("proc/self/cgroup", "0::/\n");
    v2("", mb(4096), mb(3000), "anon 7\ninactive_file " + mb(1000) + "\nfile 9\n");
    // 4096 - (3000 - 1000).
    assertThat(read()).isEqualTo(new MachineMemory(16384, 2096, OptionalLong.of(4096)));
  }

  @Test
  void maxIsNoLimit() throws IOException {
    meminfo();
    file("proc/self/cgroup", "0::/user.slice\n");
    v2("user.slice/", "max", mb(3000), "");
    assertThat(read()).isEqualTo(new MachineMemory(16384, 8192, OptionalLong.empty()));
  }

  @Test
  void theLimitsOfTheGroupsAboveHoldToo() throws IOException {
    meminfo();
    file("proc/self/cgroup", "0::/machine/pod/container\n");
    v2("machine/", mb(6000), mb(5500), "");
    v2("machine/pod/", "max", mb(2000), "");
    v2("machine/pod/container/", mb(3000), mb(100), "");
    // The container may use 3000, but all of the machine's containers have only 500 left.
    assertThat(read()).isEqualTo(new MachineMemory(16384, 500, OptionalLong.of(3000)));
  }

  @Test
  void version1NamesItsFilesDifferently() throws IOException {
    meminfo();
    file("proc/self/cgroup", "9:name=systemd:/\n4:cpu,memory:/docker/abc\n0::/\n");
    v1("docker/abc/", mb(2048) + "\n", mb(1024), "total_inactive_file " + mb(24) + "\n");
    v1("", NO_LIMIT_V1, mb(5000), "");
    assertThat(read()).isEqualTo(new MachineMemory(16384, 1048, OptionalLong.of(2048)));
  }

  @Test
  void version1SaysNoLimitWithANumberBeyondAnyMachine() throws IOException {
    meminfo();
    file("proc/self/cgroup", "4:memory:/\n");
    v1("", NO_LIMIT_V1, mb(5000), "");
    assertThat(read()).isEqualTo(new MachineMemory(16384, 8192, OptionalLong.empty()));
  }

  @Test
  void aPathThatOnlyTheSystemOutsideKnowsLeadsToTheRootInside() throws IOException {
    meminfo();
    file("proc/self/cgroup", "4:memory:/docker/abc\n0::/../../other\n");
    v1("", mb(2048), mb(48), "");
    v2("", mb(1024), mb(24), "");
    assertThat(read()).isEqualTo(new MachineMemory(16384, 1000, OptionalLong.of(1024)));
  }

  @Test
  void moreUsedThanAllowedLeavesNothing() throws IOException {
    meminfo();
    file("proc/self/cgroup", "0::/\n");
    v2("", mb(1024), mb(1100), "");
    assertThat(read().availableMb()).isZero();
  }

  @Test
  void aLimitDoesNotMakeMemoryThatTheMachineLacks() throws IOException {
    meminfo();
    file("proc/self/cgroup", "0::/\n");
    v2("", mb(12000), mb(0), "");
    assertThat(read()).isEqualTo(new MachineMemory(16384, 8192, OptionalLong.of(12000)));
  }

  @Test
  void garbageIsPassedOver() throws IOException {
    meminfo();
    file("proc/self/cgroup", "\n::\nnonsense\n0::/a\u0001b\n4:memory:\n");
    v2("", "-5", "many", "inactive_file\n");
    v1("", "12 34\n56", "", "");
    assertThat(read()).isEqualTo(new MachineMemory(16384, 8192, OptionalLong.empty()));
    Files.write(root.resolve("proc/self/cgroup"), new byte[] {'0', ':', ':', (byte) 0xff, 0});
    assertThat(read()).isEqualTo(new MachineMemory(16384, 8192, OptionalLong.empty()));
  }

  @Test
  void withoutMeminfoItIsNotLinux() throws IOException {
    assertThat(MachineMemory.linux(root)).isEmpty();
    file("proc/meminfo", "MemTotal: lots\nMemAvailable: 5 kB\n");
    assertThat(MachineMemory.linux(root)).isEmpty();
  }

  @Test
  void thisMachineHasMoreThanThisProcessHolds() {
    MachineMemory memory = MachineMemory.read();
    assertThat(memory.totalMb()).isGreaterThan(Runtime.getRuntime().totalMemory() >> 20);
    assertThat(memory.availableMb()).isBetween(0L, memory.totalMb());
  }

  private MachineMemory read() {
    return MachineMemory.linux(root).orElseThrow();
  }

  private void meminfo() throws IOException {
    file(
        "proc/meminfo",
        "MemTotal:       16777216 kB\nMemFree:        1048576 kB\nMemAvailable:    8388608 kB\n");
  }

  private void v2(String group, String max, String current, String stat) throws IOException {
    file("sys/fs/cgroup/" + group + "memory.max", max);
    file("sys/fs/cgroup/" + group + "memory.current", current);
    file("sys/fs/cgroup/" + group + "memory.stat", stat);
  }

  private void v1(String group, String limit, String usage, String stat) throws IOException {
    file("sys/fs/cgroup/memory/" + group + "memory.limit_in_bytes", limit);
    file("sys/fs/cgroup/memory/" + group + "memory.usage_in_bytes", usage);
    file("sys/fs/cgroup/memory/" + group + "memory.stat", stat);
  }

  private void file(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String mb(long megabytes) {
    return Long.toString(megabytes << 20);
  }
}
