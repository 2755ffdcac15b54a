package impasto.torch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Tells whether the processor calculates in bfloat16 itself. */
public final class Bfloat16 {
  private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

  /** Names of the instruction sets: AVX-512 and AMX on x86, and Arm's own. */
  private static final List<String> FLAGS = List.of("avx512_bf16", "amx_bf16", "bf16");

  private Bfloat16() {}

  /**
   * True if the processor has bfloat16 instructions, as far as the system tells: only Linux does,
   * so elsewhere the answer is no.
   */
  public static boolean isFastOnThisProcessor() {
    return isFast(PROCESSOR);
  }

  static boolean isFast(Path processorInfo) {
    try (Stream<String> lines = Files.lines(processorInfo)) {
      return lines
          .filter(line -> line.startsWith("flags") || line.startsWith("Features"))
          .limit(1)
          .flatMap(line -> Stream.of(line.split("[\\s:]+")))
          .anyMatch(FLAGS::contains);
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }
}
