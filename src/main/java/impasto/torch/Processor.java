package impasto.torch;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The processor, as far as the system tells. */
public final class Processor {
  private Processor() {}

  /** Such as {@code AMD EPYC 9454 48-Core Processor}; the architecture where no name is told. */
  public static String name() {
    return name(Path.of("/proc/cpuinfo"), System.getenv());
  }

  /** True for an x86 processor of 64 bits under Linux. */
  public static boolean isX86OnLinux() {
    return System.getProperty("os.name").equals("Linux")
        && System.getProperty("os.arch").equals("amd64");
  }

  static String name(Path processorInfo, Map<String, String> environment) {
    Stream<String> linux =
        ControlGroup.lines(processorInfo).stream()
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.replaceFirst("^[^:]*:", ""));
    Stream<String> windows = Stream.of(environment.getOrDefault("PROCESSOR_IDENTIFIER", ""));
    return Stream.concat(linux, windows)
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElseGet(() -> System.getProperty("os.arch"));
  }
}
