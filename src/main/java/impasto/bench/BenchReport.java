package impasto.bench;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a benchmark measured. Times are medians over rounds in which everything takes turns, so that
 * their quotients hold while the machine's speed drifts.
 *
 * @param threads threads of the engine; small pictures take fewer
 * @param firstIterationSeconds from the start of the process to the end of the first iteration, at
 *     256 x 256 in the first precision
 * @param peakMegabytes the most memory that was resident; empty where the system does not tell
 * @param cases a line a size, precision and network
 */
public record BenchReport(
    int threads, double firstIterationSeconds, OptionalDouble peakMegabytes, List<Case> cases) {

  /** Copies the list. */
  public BenchReport {
    cases = List.copyOf(cases);
  }

  /**
   * One network at one size in one precision.
   *
   * @param model what the network is called
   * @param size the side of the square picture in pixels
   * @param precision the arithmetic inside the network
   * @param gflop arithmetic of the network forward and back to the picture, in 10^9 operations, by
   *     direct convolutions
   * @param networkSeconds the time that takes
   * @param gemmGflops 10^9 operations a second of a square float32 matrix product
   * @param gemmRatio the network's operations a second over the matrix product's
   * @param gramSeconds time of the matrix products of the style losses
   * @param iterationSeconds a whole iteration of the recipe
   * @param overheadShare the share of the iteration that is neither network nor Gram products
   */
  public record Case(
      String model,
      int size,
      String precision,
      double gflop,
      double networkSeconds,
      double gemmGflops,
      double gemmRatio,
      double gramSeconds,
      double iterationSeconds,
      double overheadShare) {

    /** The network's 10^9 operations a second. */
    public double networkGflops() {
      return gflop / networkSeconds;
    }
  }
}
