package impasto.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is minimised: weighted content, style and total variation terms.
 *
 * @param contentLayers layers whose feature maps are held to the photo's
 * @param styleLayers layers whose statistics are held to the painting's
 * @param contentWeight factor of the content terms, at least 0
 * @param styleWeight factor of the style terms, at least 0
 * @param tvWeight factor of the total variation, at least 0
 * @param scaling the units of the terms
 * @param range the units of the picture
 * @param statistics what of the painting's feature maps is held to
 */
public record ObjectiveConfig(
    List<LayerWeight> contentLayers,
    List<LayerWeight> styleLayers,
    double contentWeight,
    double styleWeight,
    double tvWeight,
    LossScaling scaling,
    PixelRange range,
    StyleStatistics statistics) {

  /**
   * Copies the lists and checks the weights.
   *
   * @throws IllegalArgumentException if a weight is negative or a layer is named twice
   */
  public ObjectiveConfig {
    contentLayers = distinct("content layer", contentLayers);
    styleLayers = distinct("style layer", styleLayers);
    Checks.notNegative("the content weight", contentWeight);
    Checks.notNegative("the style weight", styleWeight);
    Checks.notNegative("the total variation weight", tvWeight);
    for (LayerWeight layer : contentLayers) {
      Checks.notNegative("the content weight at " + layer.layer(), contentWeight * layer.weight());
    }
    for (LayerWeight layer : styleLayers) {
      Checks.notNegative("the style weight at " + layer.layer(), styleWeight * layer.weight());
    }
  }

  /** The layers that have a part in the objective. */
  public Set<String> taps() {
    Set<String> taps = new LinkedHashSet<>();
    contentLayers.forEach(layer -> taps.add(layer.layer()));
    styleLayers.forEach(layer -> taps.add(layer.layer()));
    return taps;
  }

  /** This objective with other content layers. */
  public ObjectiveConfig withContentLayers(List<LayerWeight> others) {
    return new ObjectiveConfig(
        others, styleLayers, contentWeight, styleWeight, tvWeight, scaling, range, statistics);
  }

  /** This objective with other style layers. */
  public ObjectiveConfig withStyleLayers(List<LayerWeight> others) {
    return new ObjectiveConfig(
        contentLayers, others, contentWeight, styleWeight, tvWeight, scaling, range, statistics);
  }

  private static List<LayerWeight> distinct(String what, List<LayerWeight> layers) {
    Set<String> names = new LinkedHashSet<>();
    for (LayerWeight layer : layers) {
      if (!names.add(layer.layer())) {
        throw new IllegalArgumentException("the " + what + " " + layer.layer() + " is named twice");
      }
    }
    return List.copyOf(layers);
  }
}
