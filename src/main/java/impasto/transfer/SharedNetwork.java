package impasto.transfer;

import ai.djl.ndarray.NDManager;
import impasto.config.LayerWeight;
import impasto.config.NetworkConfig;
import impasto.config.PixelRange;
import impasto.config.TransferConfig;
import impasto.image.Picture;
import impasto.loss.StyleTarget;
import impasto.net.FeatureExtractor;
import impasto.net.NetworkWeights;
import impasto.torch.TorchRuntime;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A network on the device, with the moments of the paintings it has looked at. It serves all
 * recipes that ask the same of it.
 */
final class SharedNetwork implements AutoCloseable {
  /** Moments of so many paintings, each at a size, are kept: VGG19's are 2.4 MB a painting. */
  static final int MOST_PAINTINGS = 32;

  private final NetworkWeights weights;
  private final Demands demands;
  private final FeatureExtractor extractor;
  private final NDManager manager;
  // The one that was not looked at for the longest time comes first.
  private final LinkedHashMap<Scale.Painting, Moments> known = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * Brings a network to the device.
   *
   * @param runtime the engine
   * @param weights the network
   * @param config a recipe
   * @throws impasto.net.UnusableWeightsException if the weights do not reach a layer of the recipe
   */
  SharedNetwork(TorchRuntime runtime, NetworkWeights weights, TransferConfig config) {
    this.weights = weights;
    demands = Demands.of(config);
    extractor =
        new FeatureExtractor(
            runtime,
            weights,
            config.network(),
            config.objective().range(),
            config.objective().taps());
    manager = runtime.manager().newSubManager();
  }

  /** What a recipe asks of its network. */
  private record Demands(
      NetworkConfig network, PixelRange range, List<String> content, List<String> style) {
    static Demands of(TransferConfig config) {
      return new Demands(
          config.network(),
          config.objective().range(),
          layers(config.objective().contentLayers()),
          layers(config.objective().styleLayers()));
    }

    private static List<String> layers(List<LayerWeight> layers) {
      return layers.stream().map(LayerWeight::layer).toList();
    }
  }

  /** What is held to by layer, and the manager that keeps them. */
  private record Moments(NDManager keeper, Map<String, StyleTarget> byLayer) {}

  /** Whether this is the network that a recipe needs. */
  boolean serves(NetworkWeights others, TransferConfig config) {
    return others.equals(weights) && Demands.of(config).equals(demands);
  }

  FeatureExtractor extractor() {
    return extractor;
  }

  /**
   * The moments of a painting; computed only if they are not at hand.
   *
   * @param painting the painting, which is known by its object, and its size
   * @param computation computes them; the manager it is given keeps them
   * @return by layer; not to be closed or changed
   */
  Map<String, StyleTarget> moments(
      Scale.Painting painting, Function<NDManager, Map<String, StyleTarget>> computation) {
    Moments moments = known.get(painting);
    if (moments == null) {
      NDManager keeper = manager.newSubManager();
      try {
        moments = new Moments(keeper, computation.apply(keeper));
      } catch (RuntimeException e) {
        keeper.close();
        throw e;
      }
      known.put(painting, moments);
    }
    return moments.byLayer();
  }

  /** Forgets the paintings that were not looked at for the longest time, as far as need be. */
  void tidy() {
    while (known.size() > MOST_PAINTINGS) {
      known.remove(known.keySet().iterator().next()).keeper().close();
    }
  }

  /** Forgets all paintings but some, since a painting's picture takes memory for as long. */
  void keepOnly(Collection<Picture> paintings) {
    Set<Picture> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    kept.addAll(paintings);
    Iterator<Map.Entry<Scale.Painting, Moments>> all = known.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<Scale.Painting, Moments> one = all.next();
      if (!kept.contains(one.getKey().original())) {
        one.getValue().keeper().close();
        all.remove();
      }
    }
  }

  @Override
  public void close() {
    manager.close();
    extractor.close();
  }
}
