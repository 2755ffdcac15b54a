package impasto.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import impasto.config.LayerWeight;
import impasto.config.ObjectiveConfig;
import impasto.net.FeatureExtractor;
import impasto.net.FeatureMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Computes what a picture is held to, once, and makes the objective of it. */
public final class Targets {
  /** Less than the faintest pixel of 8 bits leaves at relu5_1: 1 / 255 over 16 x 16 pixels. */
  private static final double LEAST_VISIBLE = 1e-6;

  private final FeatureExtractor extractor;
  private final ObjectiveConfig config;
  private final NDManager owner;

  /**
   * @param extractor computes every layer of the objective
   * @param config the objective
   * @param owner the manager that keeps the targets, for as long as the objective is used
   */
  public Targets(FeatureExtractor extractor, ObjectiveConfig config, NDManager owner) {
    this.extractor = extractor;
    this.config = config;
    this.owner = owner;
  }

  /**
   * The objective of pictures of the photo's size, all of whose parts count alike.
   *
   * @param content the photo, 1 x 3 x H x W
   * @param styles the paintings, 1 x 3 x H x W each, of any size
   * @param shares the share of each painting's Gram matrices, summing to 1
   */
  public PictureObjective objective(NDArray content, List<NDArray> styles, List<Double> shares) {
    return objective(
        Exemplar.opaque(content), styles.stream().map(Exemplar::opaque).toList(), shares);
  }

  /**
   * The objective of pictures of the photo's size. What is transparent in the photo does not count
   * in the picture: what is visible of it is held to the photo, and has all of the style. What is
   * transparent in a painting is no part of its style.
   *
   * @param content the photo
   * @param styles the paintings, of any size
   * @param shares the share of each painting's Gram matrices, summing to 1
   * @throws NothingVisibleException if a photo or painting shows nothing to a layer
   */
  public PictureObjective objective(Exemplar content, List<Exemplar> styles, List<Double> shares) {
    if (styles.size() == 1) {
      return objective(content, styleTargets(styles.get(0)));
    }
    try (NDManager scope = owner.newSubManager()) {
      Targets parts = new Targets(extractor, config, scope);
      return objective(content, blended(styles.stream().map(parts::styleTargets).toList(), shares));
    }
  }

  /**
   * The same with paintings that were looked at before.
   *
   * @param content the photo
   * @param style what is held to of the paintings, by layer, which must live as long as the
   *     objective is used
   * @throws NothingVisibleException if the photo shows nothing to a layer
   */
  public PictureObjective objective(Exemplar content, Map<String, StyleTarget> style) {
    List<FeatureLoss> losses = new ArrayList<>();
    // The network first: it says how many threads take part in what follows, and sums depend on it.
    Map<String, NDArray> photo = contentTargets(content.picture());
    Map<String, PositionWeights> weights =
        weights("content picture", content, config.taps(), owner);
    for (LayerWeight layer : config.contentLayers()) {
      FeatureMap target = FeatureMap.of(layer.layer(), photo.get(layer.layer()));
      losses.add(
          new ContentLoss(
              scaled(layer, config.contentWeight()),
              target,
              config.scaling(),
              Optional.ofNullable(weights.get(layer.layer()))));
    }
    for (LayerWeight layer : config.styleLayers()) {
      losses.add(
          styleLoss(
              scaled(layer, config.styleWeight()),
              style.get(layer.layer()),
              Optional.ofNullable(weights.get(layer.layer()))));
    }
    Optional<TotalVariationLoss> totalVariation =
        config.tvWeight() == 0
            ? Optional.empty()
            : Optional.of(
                new TotalVariationLoss(config.tvWeight(), config.scaling(), config.range()));
    return new PictureObjective(extractor, losses, totalVariation);
  }

  private FeatureLoss styleLoss(
      LayerWeight layer, StyleTarget target, Optional<PositionWeights> weights) {
    return switch (config.statistics()) {
      case GRAM -> new GramLoss(layer, target.gram(), config.scaling(), weights);
      case COVARIANCE -> {
        // Of the target's manager, which may live longer than this objective.
        NDArray covariance = target.covariance();
        covariance.attach(owner);
        yield new CovarianceLoss(layer, target.mean(), covariance, config.scaling(), weights);
      }
    };
  }

  private Map<String, NDArray> contentTargets(NDArray content) {
    if (config.contentLayers().isEmpty()) {
      return Map.of();
    }
    Map<String, NDArray> targets = new LinkedHashMap<>();
    try (NDManager scope = owner.newSubManager()) {
      for (FeatureMap features : extractor.extract(scope, content)) {
        if (isNamed(features.layer(), config.contentLayers())) {
          NDArray matrix = features.matrix();
          matrix.attach(owner);
          targets.put(features.layer(), matrix);
        }
      }
    }
    return targets;
  }

  /**
   * What is held to of one painting, kept by the owner.
   *
   * @param style the painting
   * @return by the names of the style layers
   * @throws NothingVisibleException if it shows nothing to a layer
   */
  public Map<String, StyleTarget> styleTargets(Exemplar style) {
    Map<String, StyleTarget> targets = new LinkedHashMap<>();
    try (NDManager scope = owner.newSubManager()) {
      List<FeatureMap> maps = extractor.extract(scope, style.picture());
      Map<String, PositionWeights> weights =
          weights("style picture", style, layers(config.styleLayers()), scope);
      for (FeatureMap features : maps) {
        if (isNamed(features.layer(), config.styleLayers())) {
          Optional<PositionWeights> visible = Optional.ofNullable(weights.get(features.layer()));
          StyleTarget target = StyleTarget.of(features, visible);
          target.attach(owner);
          targets.put(features.layer(), target);
        }
      }
    }
    return targets;
  }

  /**
   * What is held to of a blend of paintings: the weighted sum of their moments, as of one painting
   * made of parts of them, kept by the owner. A single painting's are given back as they are.
   *
   * @param paintings what is held to of each, by layer
   * @param shares of each painting, summing to 1
   */
  public Map<String, StyleTarget> blended(
      List<Map<String, StyleTarget>> paintings, List<Double> shares) {
    if (paintings.size() == 1) {
      return paintings.get(0);
    }
    Map<String, StyleTarget> blend = new LinkedHashMap<>();
    for (int i = 0; i < paintings.size(); i++) {
      for (Map.Entry<String, StyleTarget> painting : paintings.get(i).entrySet()) {
        StyleTarget part = painting.getValue().times(shares.get(i));
        StyleTarget sum = blend.putIfAbsent(painting.getKey(), part);
        if (sum == null) {
          part.attach(owner);
        } else {
          sum.add(part);
          part.close();
        }
      }
    }
    return blend;
  }

  /** The weights by the layer's name; none at all if the whole picture counts alike. */
  private Map<String, PositionWeights> weights(
      String what, Exemplar exemplar, Collection<String> taps, NDManager keeper) {
    if (exemplar.visibility().isEmpty()) {
      return Map.of();
    }
    Map<String, PositionWeights> weights =
        TapWeights.of(keeper, extractor.weights().network(), taps, exemplar.visibility().get());
    weights.forEach(
        (layer, weight) -> {
          if (weight.total() < LEAST_VISIBLE) {
            throw new NothingVisibleException(what, layer);
          }
        });
    return weights;
  }

  private static List<String> layers(List<LayerWeight> layers) {
    return layers.stream().map(LayerWeight::layer).toList();
  }

  private static boolean isNamed(String layer, List<LayerWeight> layers) {
    return layers.stream().anyMatch(other -> other.layer().equals(layer));
  }

  private static LayerWeight scaled(LayerWeight layer, double factor) {
    return new LayerWeight(layer.layer(), layer.weight() * factor);
  }
}
