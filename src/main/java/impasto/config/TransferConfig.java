package impasto.config;

import java.util.List;

/**
 * Everything that decides how a photo and its paintings become a picture, apart from the network's
 * weights.
 *
 * @param objective what is minimised
 * @param network how the feature network runs
 * @param ladder the scales and their iterations
 * @param optimizer how the picture moves downhill
 * @param start the picture to start from
 * @param styleBlend the share of each painting, positive or zero; they are normalised to a sum of
 *     1; empty for equal shares
 * @param originalColors what of the photo's colours is kept
 * @param styleScale the painting's longer side relative to the picture's, above 0
 * @param seed of the random start
 * @param stopping when it ends early
 * @param coarse which network paints before the recipe's own finishes
 */
public record TransferConfig(
    ObjectiveConfig objective,
    NetworkConfig network,
    LadderConfig ladder,
    OptimizerConfig optimizer,
    Start start,
    List<Double> styleBlend,
    OriginalColors originalColors,
    double styleScale,
    long seed,
    StoppingConfig stopping,
    CoarseNetwork coarse) {

  /**
   * Copies the list and checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public TransferConfig {
    styleBlend = List.copyOf(styleBlend);
    styleBlend.forEach(share -> Checks.notNegative("a share of the style blend", share));
    if (!styleBlend.isEmpty() && styleBlend.stream().mapToDouble(share -> share).sum() == 0) {
      throw new IllegalArgumentException("the shares of the style blend are all 0");
    }
    Checks.positive("the style scale", styleScale);
  }

  /** This recipe with another objective. */
  public TransferConfig withObjective(ObjectiveConfig other) {
    return with(other, network, ladder, stopping);
  }

  /** This recipe with other scales. */
  public TransferConfig withLadder(LadderConfig other) {
    return with(objective, network, other, stopping);
  }

  /** This recipe with other rules for an early end. */
  public TransferConfig withStopping(StoppingConfig other) {
    return with(objective, network, ladder, other);
  }

  /** This recipe with other arithmetic inside the network. */
  public TransferConfig withPrecision(Precision precision) {
    NetworkConfig other = new NetworkConfig(network.pooling(), network.padding(), precision);
    return with(objective, other, ladder, stopping);
  }

  private TransferConfig with(
      ObjectiveConfig aim, NetworkConfig means, LadderConfig scales, StoppingConfig end) {
    return new TransferConfig(
        aim,
        means,
        scales,
        optimizer,
        start,
        styleBlend,
        originalColors,
        styleScale,
        seed,
        end,
        coarse);
  }
}
