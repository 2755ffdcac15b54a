package impasto.report;

/**
 * The machine that a picture was painted on.
 *
 * @param os operating system and its version
 * @param arch architecture, such as {@code amd64}
 * @param processor the processor's name, as far as the system tells
 * @param processors processors that Java may use, at least 1
 * @param memoryMb physical memory in megabytes (of 2^20 bytes); 0 if the system does not tell
 * @param java Java's version and maker
 * @param engine the tensor engine, such as {@code PyTorch 2.7.1, DJL 0.35.1}
 * @param device the device that calculated, such as {@code cpu}
 * @param bfloat16 whether the network calculated in bfloat16
 */
public record Machine(
    String os,
    String arch,
    String processor,
    int processors,
    long memoryMb,
    String java,
    String engine,
    String device,
    boolean bfloat16) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public Machine {
    Require.atLeast("the number of processors", 1, processors);
    Require.atLeast("the memory", 0, memoryMb);
  }
}
