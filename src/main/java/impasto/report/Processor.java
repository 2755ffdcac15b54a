package impasto.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** What systems tell of their hardware. */
final class Processor {
  private Processor() {}

  /** The processor's name from Linux or Windows; elsewhere the architecture. */
  static String name() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElseGet(() -> System.getProperty("os.arch"));
    } catch (IOException | UncheckedIOException e) {
      return Objects.requireNonNullElseGet(
          System.getenv("PROCESSOR_IDENTIFIER"), () -> System.getProperty("os.arch"));
    }
  }

  /** Physical memory, or a container's share of it, in megabytes of 2^20 bytes; 0 if unknown. */
  static long memoryMegabytes() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getTotalMemorySize() >> 20
        : 0;
  }
}
