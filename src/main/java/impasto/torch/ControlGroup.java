package impasto.torch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * One of Linux's control groups, as far as memory goes: the limits of containers and services. Both
 * versions are read, with the file names of the kernel's documents "Control Group v2" and "Memory
 * Resource Controller" (v1).
 *
 * @param limit what the group may use in bytes
 * @param free what it may still take in bytes, at least 0
 */
record ControlGroup(long limit, long free) {

  /**
   * The groups of this process that have a limit: its own and all above it, whose limits hold too.
   *
   * @param root the root of the file system
   * @return the groups, in no order; empty where there is none, or none can be read
   */
  static List<ControlGroup> limited(Path root) {
    Path mounts = root.resolve("sys/fs/cgroup");
    List<ControlGroup> groups = new ArrayList<>();
    for (String line : lines(root.resolve("proc/self/cgroup"))) {
      // hierarchy:controllers:path, where version 2 names no controllers.
      String[] fields = line.split(":", 3);
      if (fields.length < 3) {
        continue;
      }
      if (fields[1].isEmpty()) {
        groups.addAll(upwards(mounts, fields[2], Version.V2));
      } else if (List.of(fields[1].split(",")).contains("memory")) {
        groups.addAll(upwards(mounts.resolve("memory"), fields[2], Version.V1));
      }
    }
    return groups;
  }

  /** A container may see a path of the system outside: what is missing here is passed over. */
  private static List<ControlGroup> upwards(Path mount, String path, Version version) {
    List<ControlGroup> groups = new ArrayList<>();
    Path group;
    try {
      group = mount.resolve(path.replaceFirst("^/+", "")).normalize();
    } catch (InvalidPathException e) {
      group = mount;
    }
    for (Path at = group.startsWith(mount) ? group : mount;
        at.startsWith(mount);
        at = at.getParent()) {
      OptionalLong limit = number(lines(at.resolve(version.limit)));
      OptionalLong used = number(lines(at.resolve(version.usage)));
      if (limit.isPresent() && used.isPresent()) {
        long reclaimable = statistic(at.resolve("memory.stat"), version.reclaimable);
        long held = Math.max(0, used.getAsLong() - reclaimable);
        groups.add(new ControlGroup(limit.getAsLong(), Math.max(0, limit.getAsLong() - held)));
      }
    }
    return groups;
  }

  private static long statistic(Path file, String name) {
    return lines(file).stream()
        .map(line -> line.split(" ", 2))
        .filter(fields -> fields.length == 2 && fields[0].equals(name))
        .flatMapToLong(fields -> number(List.of(fields[1])).stream())
        .findFirst()
        .orElse(0);
  }

  /** The only number of a file; empty for {@code max}, which is no limit, and for garbage. */
  private static OptionalLong number(List<String> lines) {
    try {
      long number = lines.size() == 1 ? Long.parseLong(lines.get(0).strip()) : -1;
      return number < 0 ? OptionalLong.empty() : OptionalLong.of(number);
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /** The lines of a small text file; none if it cannot be read. */
  static List<String> lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  /** The two versions' names for the same things. */
  private enum Version {
    V1("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file"),
    V2("memory.max", "memory.current", "inactive_file");

    private final String limit;
    private final String usage;
    private final String reclaimable;

    Version(String limit, String usage, String reclaimable) {
      this.limit = limit;
      this.usage = usage;
      this.reclaimable = reclaimable;
    }
  }
}
