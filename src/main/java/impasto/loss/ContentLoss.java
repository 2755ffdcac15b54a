package impasto.loss;

import ai.djl.ndarray.NDArray;
import impasto.config.LayerWeight;
import impasto.config.LossScaling;
import impasto.net.FeatureMap;
import java.util.Optional;

/**
 * The content loss of one layer: w * mean (F - P)^2, F the picture's feature map, P the photo's
 * (Gatys and others 2016, equation 1, with a mean where the paper has half a sum); relative to mean
 * P^2 with {@link LossScaling#RELATIVE}. Positions may have weights: both means are then weighted.
 */
public final class ContentLoss implements FeatureLoss {
  private final LayerWeight layer;
  private final NDArray target;
  private final Distance distance;

  /**
   * @param layer the layer and the factor of its term
   * @param target the photo's feature map, which must live as long as this loss
   * @param scaling the units of the term
   */
  public ContentLoss(LayerWeight layer, FeatureMap target, LossScaling scaling) {
    this(layer, target, scaling, Optional.empty());
  }

  /**
   * @param layer the layer and the factor of its term
   * @param target the photo's feature map, which must live as long as this loss
   * @param scaling the units of the term
   * @param weights how much each position counts, which must live as long as this loss; empty if
   *     all count alike
   */
  public ContentLoss(
      LayerWeight layer,
      FeatureMap target,
      LossScaling scaling,
      Optional<PositionWeights> weights) {
    this.layer = layer;
    this.target = target.matrix();
    distance = Distance.to(this.target, layer.weight(), scaling, weights);
  }

  @Override
  public String name() {
    return "content." + layer.layer();
  }

  @Override
  public String layer() {
    return layer.layer();
  }

  /** The gradient by F is 2 w (F - P) / (C * N), times the position's weight if it has one. */
  @Override
  public LossTerm evaluate(FeatureMap features) {
    LossTerm term = distance.of(features.matrix().sub(target));
    return new LossTerm(term.value(), features.own(term.gradient()));
  }
}
