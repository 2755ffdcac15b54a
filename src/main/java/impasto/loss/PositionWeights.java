package impasto.loss;

import ai.djl.ndarray.NDArray;

/**
 * How much each position of a feature map counts.
 *
 * @param column positions x 1, in the order and the number format of {@link
 *     impasto.net.FeatureMap#matrix}, from 0 (not at all) to 1
 * @param total the sum of the column
 */
public record PositionWeights(NDArray column, double total) {

  /**
   * The weights of a column.
   *
   * @param column positions x 1, which must live as long as the weights
   */
  public static PositionWeights of(NDArray column) {
    try (NDArray sum = column.sum()) {
      return new PositionWeights(column, Scale.number(sum));
    }
  }
}
