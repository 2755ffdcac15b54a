package impasto.loss;

import ai.djl.ndarray.NDArray;
import impasto.config.LayerWeight;
import impasto.config.LossScaling;
import impasto.net.FeatureMap;
import java.util.Optional;

/**
 * The style loss of one layer by mean and covariance of its feature vectors instead of the Gram
 * matrix, which is the sum of both: w / 2 * (mean (m - n)^2 + mean (V - W)^2), with the means m of
 * the picture and n of the painting, and the covariances over C, V = F F^T / (C * N) - m m^T / C
 * and W likewise. With {@link LossScaling#RELATIVE} each half is relative to its own target; with
 * {@link LossScaling#NORMALIZED} the covariances are not over C.
 */
public final class CovarianceLoss implements FeatureLoss {
  private final LayerWeight layer;
  private final NDArray mean;
  private final NDArray covariance;
  private final Distance ofMeans;
  private final Distance ofCovariances;
  private final Optional<PositionWeights> weights;

  /**
   * @param layer the layer and the factor of its term
   * @param mean the painting's mean, 1 x C, which must live as long as this loss
   * @param covariance the painting's covariance over C, likewise
   * @param scaling the units of the term
   * @param weights how much each position of the picture counts, which must live as long as this
   *     loss; empty if all count alike
   */
  public CovarianceLoss(
      LayerWeight layer,
      NDArray mean,
      NDArray covariance,
      LossScaling scaling,
      Optional<PositionWeights> weights) {
    this.layer = layer;
    this.weights = weights;
    this.mean = mean;
    this.covariance = covariance;
    double half = layer.weight() / 2;
    ofMeans = Distance.to(mean, half, scaling, Optional.empty());
    // As of a Gram matrix: style-transfer-pytorch does not divide by the channels.
    double channels = scaling == LossScaling.NORMALIZED ? mean.size() : 1;
    ofCovariances = Distance.to(covariance, half * channels, scaling, Optional.empty());
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
    NDArray m = FeatureStatistics.mean(features, weights);
    LossTerm second =
        ofCovariances.of(statistics.gram().subi(StyleTarget.square(m)).subi(covariance));
    LossTerm first = ofMeans.of(m.sub(mean));
    double channels = mean.size();
    // By f: the gradient by V, symmetric, times 2 (f - m) / (C N), and that by m over N.
    NDArray slope = second.gradient().muli(2 / (channels * statistics.total()));
    NDArray shift = first.gradient().divi(statistics.total()).subi(m.matMul(slope));
    return new LossTerm(
        first.value() + second.value(),
        FeatureStatistics.gradient(features, slope, shift, weights));
  }
}
