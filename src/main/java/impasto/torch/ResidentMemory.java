package impasto.torch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The physical memory of this process, the engine's included. Only Linux tells. */
public final class ResidentMemory {
  private static final Path STATUS = Path.of("/proc/self/status");

  private ResidentMemory() {}

  /** Resident megabytes (of 2^20 bytes) now; empty where the system does not tell. */
  public static OptionalDouble megabytes() {
    return read("VmRSS:");
  }

  /** The most megabytes that were ever resident; empty where the system does not tell. */
  public static OptionalDouble peakMegabytes() {
    return read("VmHWM:");
  }

  private static OptionalDouble read(String key) {
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith(key))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
          .findFirst();
    } catch (IOException | UncheckedIOException e) {
      return OptionalDouble.empty();
    }
  }
}
