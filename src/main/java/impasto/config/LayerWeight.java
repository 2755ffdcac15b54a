package impasto.config;

/**
 * A layer and how much it counts.
 *
 * @param layer the layer's name, such as {@code relu4_2}
 * @param weight a factor of its loss term, at least 0
 */
public record LayerWeight(String layer, double weight) {

  /**
   * Checks the weight.
   *
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public LayerWeight {
    Checks.notNegative("the weight of " + layer, weight);
  }
}
