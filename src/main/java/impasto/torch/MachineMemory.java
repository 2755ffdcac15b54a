package impasto.torch;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The physical memory of this machine, in megabytes of 2^20 bytes. Swap does not count: a run that
 * needs it crawls.
 *
 * @param totalMb what the machine has
 * @param availableMb what this process may still take without pushing others out, the container's
 *     limit included. Linux tells well; Windows counts caches that it would give up as taken; macOS
 *     does not tell, and the total stands here
 * @param limitMb the tightest limit of a container or service around this process, if there is one
 */
public record MachineMemory(long totalMb, long availableMb, OptionalLong limitMb) {
  private static final int MB_SHIFT = 20;
  private static final Pattern LINE = Pattern.compile("(\\w+):\\s+(\\d{1,15}) kB");

  /** What this machine has now. */
  public static MachineMemory read() {
    return linux(Path.of("/")).orElseGet(MachineMemory::elsewhere);
  }

  /**
   * What Linux tells in {@code /proc/meminfo} and through its control groups.
   *
   * @param root the root of the file system
   * @return empty if it is not Linux's
   */
  static Optional<MachineMemory> linux(Path root) {
    List<String> lines = ControlGroup.lines(root.resolve("proc/meminfo"));
    OptionalLong total = bytes(lines, "MemTotal");
    OptionalLong available = bytes(lines, "MemAvailable");
    if (total.isEmpty() || available.isEmpty()) {
      return Optional.empty();
    }
    List<ControlGroup> groups =
        ControlGroup.limited(root).stream()
            // Version 1 says "no limit" with a number beyond any machine.
            .filter(group -> group.limit() < total.getAsLong())
            .toList();
    long free =
        groups.stream().mapToLong(ControlGroup::free).reduce(available.getAsLong(), Math::min);
    return Optional.of(
        new MachineMemory(
            total.getAsLong() >> MB_SHIFT,
            free >> MB_SHIFT,
            groups.stream().mapToLong(group -> group.limit() >> MB_SHIFT).min()));
  }

  private static OptionalLong bytes(List<String> lines, String name) {
    return lines.stream()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .filter(matcher -> matcher.group(1).equals(name))
        .mapToLong(matcher -> Long.parseLong(matcher.group(2)) << 10)
        .findFirst();
  }

  private static MachineMemory elsewhere() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long total = system.getTotalMemorySize();
    // macOS keeps next to nothing free, and frees it on demand.
    boolean tells = !System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
    long available = tells ? system.getFreeMemorySize() : total;
    return new MachineMemory(total >> MB_SHIFT, available >> MB_SHIFT, OptionalLong.empty());
  }
}
