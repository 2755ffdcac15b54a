package impasto.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import impasto.config.LayerWeight;
import impasto.config.LossScaling;
import impasto.net.FeatureMap;
import java.util.Optional;

/**
 * The style loss of one layer: w * mean (G - A)^2, with the Gram matrices G = F F^T / (C * N) of
 * the picture and A of the painting (Gatys and others 2016, equations 3 and 4, normalised as in
 * neural-style); relative to mean A^2 with {@link LossScaling#RELATIVE}. Positions of the picture
 * may have weights: G is then the sum of w f f^T over C times the sum of w.
 */
public final class GramLoss implements FeatureLoss {
  private final LayerWeight layer;
  private final NDArray target;
  private final Distance distance;
  private final Optional<PositionWeights> weights;

  /**
   * @param layer the layer and the factor of its term
   * @param target the painting's Gram matrix over C * N, which must live as long as this loss
   * @param scaling the units of the term
   */
  public GramLoss(LayerWeight layer, NDArray target, LossScaling scaling) {
    this(layer, target, scaling, Optional.empty());
  }

  /**
   * @param layer the layer and the factor of its term
   * @param target the painting's Gram matrix over C * N, which must live as long as this loss
   * @param scaling the units of the term
   * @param weights how much each position of the picture counts, which must live as long as this
   *     loss; empty if all count alike
   */
  public GramLoss(
      LayerWeight layer, NDArray target, LossScaling scaling, Optional<PositionWeights> weights) {
    this.weights = weights;
    this.layer = layer;
    this.target = target;
    // style-transfer-pytorch has F F^T / N; its distance grows with the matrix.
    double channels = scaling == LossScaling.NORMALIZED ? target.getShape().get(0) : 1;
    distance = Distance.to(target, layer.weight() * channels, scaling, Optional.empty());
  }

  @Override
  public String name() {
    return "style." + layer.layer();
  }

  @Override
  public String layer() {
    return layer.layer();
  }

  @Override
  public LossTerm evaluate(FeatureMap features) {
    FeatureStatistics statistics = FeatureStatistics.of(features, weights);
    LossTerm term = evaluate(statistics);
    // f f^T counts each f twice, and the gradient by it is symmetric.
    NDArray twice = term.gradient().muli(2);
    NDArray none = twice.getManager().zeros(new Shape(1, features.channels()), twice.getDataType());
    return new LossTerm(term.value(), FeatureStatistics.gradient(features, twice, none, weights));
  }

  /**
   * The value half: the loss from the statistics alone.
   *
   * @param statistics the picture's
   * @return the weighted value, and the gradient by {@link FeatureStatistics#secondMoments}: that
   *     by G, such as 2 w (G - A) / C^2, over C * N
   */
  public LossTerm evaluate(FeatureStatistics statistics) {
    LossTerm term = distance.of(statistics.gram().subi(target));
    double values = target.getShape().get(0) * statistics.total();
    return new LossTerm(term.value(), term.gradient().divi(values));
  }
}
