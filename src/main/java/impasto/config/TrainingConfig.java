package impasto.config;

import java.util.List;

/**
 * How a slim network is trained to see as a wide one does.
 *
 * @param widths output channels of each convolution, in order
 * @param steps steps of the optimiser
 * @param learningRate the highest learning rate of Adam
 * @param crops squares cut out of pictures for each step
 * @param side of a crop in pixels
 * @param paintedShare the share of crops that are cut out of half-painted pictures, which the
 *     student paints in between; 0 for none
 * @param seed of all that is drawn by lot
 */
public record TrainingConfig(
    List<Integer> widths,
    int steps,
    double learningRate,
    int crops,
    int side,
    double paintedShare,
    long seed) {

  /**
   * Copies the list and checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public TrainingConfig {
    widths = List.copyOf(widths);
    widths.forEach(width -> Checks.atLeast("a width", 1, width));
    Checks.atLeast("the number of steps", 1, steps);
    Checks.positive("the learning rate", learningRate);
    Checks.atLeast("the number of crops", 1, crops);
    Checks.atLeast("the side of a crop", 16, side);
    if (3L * crops * side * side > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "%d crops of %d x %d pixels are too many".formatted(crops, side, side));
    }
    Checks.fraction("the share of painted crops", paintedShare);
  }

  /**
   * The learning rate of a step: rising over the first hundred, then falling as a cosine does
   * (Loshchilov and Hutter, <i>SGDR</i>, ICLR 2017).
   *
   * @param step the step's number, from 0
   */
  public double learningRateAt(int step) {
    double rise = Math.min(1, (step + 1) / 100.0);
    // Not to 0, which is no learning rate, in the last step.
    return learningRate * rise * (1 + Math.cos(Math.PI * step / steps)) / 2;
  }
}
