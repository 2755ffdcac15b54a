package impasto.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import impasto.net.FeatureExtractor;
import impasto.net.FeatureMap;
import impasto.torch.Evaluation;
import impasto.torch.Objective;
import impasto.torch.Recording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sum of losses on the feature maps of a picture and on the picture itself. */
public final class PictureObjective implements Objective {
  private final FeatureExtractor extractor;
  private final List<FeatureLoss> featureLosses;
  private final Optional<TotalVariationLoss> totalVariation;

  /**
   * @param extractor computes the feature maps, of every layer that a loss looks at
   * @param featureLosses losses on feature maps
   * @param totalVariation the loss on the picture, if there is one
   */
  public PictureObjective(
      FeatureExtractor extractor,
      List<FeatureLoss> featureLosses,
      Optional<TotalVariationLoss> totalVariation) {
    this.extractor = extractor;
    this.featureLosses = List.copyOf(featureLosses);
    this.totalVariation = totalVariation;
  }

  /**
   * Evaluates every term.
   *
   * @param x the picture, 1 x 3 x H x W
   */
  @Override
  public Evaluation evaluate(NDArray x) {
    Map<String, Double> terms = new LinkedHashMap<>();
    NDArray gradient;
    try (Recording recording = extractor.record(x)) {
      List<NDArray> gradients = new ArrayList<>();
      for (FeatureMap features : extractor.named(recording.outputs())) {
        gradients.add(gradientBy(features, terms));
      }
      gradient = recording.pullback(x.getManager(), gradients);
    }
    if (totalVariation.isPresent()) {
      try (NDManager scope = x.getManager().newSubManager()) {
        NDArray leaf = x.duplicate();
        leaf.attach(scope);
        LossTerm term = totalVariation.get().evaluate(leaf);
        terms.put("tv", term.value());
        gradient.addi(term.gradient());
      }
    }
    double value = terms.values().stream().mapToDouble(term -> term).sum();
    return new Evaluation(value, gradient, terms);
  }

  /**
   * The terms of losses on feature maps, without the way back to the picture: less than half of an
   * evaluation's time.
   *
   * @param x the picture, 1 x 3 x H x W
   * @return by name
   */
  public Map<String, Double> featureTerms(NDArray x) {
    Map<String, Double> terms = new LinkedHashMap<>();
    try (NDManager scope = x.getManager().newSubManager()) {
      for (FeatureMap features : extractor.extract(scope, x)) {
        for (FeatureLoss loss : featureLosses) {
          if (loss.layer().equals(features.layer())) {
            terms.put(loss.name(), loss.evaluate(features).value());
          }
        }
      }
    }
    return terms;
  }

  private NDArray gradientBy(FeatureMap features, Map<String, Double> terms) {
    NDArray sum = null;
    for (FeatureLoss loss : featureLosses) {
      if (loss.layer().equals(features.layer())) {
        LossTerm term = loss.evaluate(features);
        terms.put(loss.name(), term.value());
        sum = sum == null ? term.gradient() : sum.addi(term.gradient());
      }
    }
    return sum == null ? features.own(features.matrix().zerosLike()) : sum;
  }
}
