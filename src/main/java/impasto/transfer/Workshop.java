package impasto.transfer;

import impasto.config.TransferConfig;
import impasto.image.Picture;
import impasto.net.NetworkWeights;
import impasto.torch.TorchRuntime;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;

/**
 * What runs that follow one another share: the network on the device, and the moments of paintings,
 * each computed once a size. It keeps one network, and the paintings of the latest run; a run that
 * needs others changes them.
 *
 * <p>A painting is known by its {@link impasto.image.Picture} object: whoever wants it to be known
 * again gives the same one. It belongs to the engine's thread.
 */
public final class Workshop implements AutoCloseable {
  /** That of the recipe, and the one that paints before it. */
  private static final int MOST_NETWORKS = 2;

  private final TorchRuntime runtime;
  // The one that was used last comes first.
  private final Deque<SharedNetwork> networks = new ArrayDeque<>();
  private NetworkWeights coarse;

  /**
   * An empty workshop.
   *
   * @param runtime the engine, which the caller closes after this
   */
  public Workshop(TorchRuntime runtime) {
    this.runtime = runtime;
  }

  TorchRuntime runtime() {
    return runtime;
  }

  /**
   * The network for a recipe; the one that was not used for longest may be closed.
   *
   * @throws impasto.net.UnusableWeightsException if the weights do not reach a layer of the recipe
   */
  SharedNetwork network(NetworkWeights weights, TransferConfig config) {
    SharedNetwork network =
        networks.stream()
            .filter(one -> one.serves(weights, config))
            .findFirst()
            .orElseGet(() -> new SharedNetwork(runtime, weights, config));
    networks.remove(network);
    networks.addFirst(network);
    while (networks.size() > MOST_NETWORKS) {
      networks.removeLast().close();
    }
    network.tidy();
    return network;
  }

  /** The weights of the built-in network, read the first time. */
  NetworkWeights coarse() {
    if (coarse == null) {
      coarse = CoarseScales.load();
    }
    return coarse;
  }

  /** Keeps the moments of these paintings only, as those of a run to come. */
  void keepOnly(Collection<Picture> paintings) {
    networks.forEach(network -> network.keepOnly(paintings));
  }

  /** Frees what is kept on the device. */
  @Override
  public void close() {
    networks.forEach(SharedNetwork::close);
    networks.clear();
  }
}
