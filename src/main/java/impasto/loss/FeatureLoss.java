package impasto.loss;

import impasto.net.FeatureMap;

/** A loss on the feature map of one layer. */
public interface FeatureLoss {

  /** The term's name, such as {@code style.relu2_1}. */
  String name();

  /** The layer it looks at. */
  String layer();

  /**
   * Evaluates the loss.
   *
   * @param features the layer's output for the picture
   * @return the weighted value, and the gradient by the map in the map's own format
   */
  LossTerm evaluate(FeatureMap features);
}
