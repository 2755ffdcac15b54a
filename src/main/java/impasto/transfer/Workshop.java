package impasto.transfer;

import impasto.config.TransferConfig;
import impasto.image.Picture;
import impasto.net.NetworkWeights;
import impasto.torch.TorchRuntime;
import java.util.Collection;

/**
 * What runs that follow one another share: the network on the device, and the Gram matrices of
 * paintings, each computed once a size. It keeps one network, and the paintings of the latest run;
 * a run that needs others changes them.
 *
 * <p>A painting is known by its {@link impasto.image.Picture} object: whoever wants it to be known
 * again gives the same one. It belongs to the engine's thread.
 */
public final class Workshop implements AutoCloseable {
  private final TorchRuntime runtime;
  private SharedNetwork network;

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
   * The network for a recipe; one for another recipe is closed.
   *
   * @throws impasto.net.UnusableWeightsException if the weights do not reach a layer of the recipe
   */
  SharedNetwork network(NetworkWeights weights, TransferConfig config) {
    if (network != null && !network.serves(weights, config)) {
      close();
    }
    if (network == null) {
      network = new SharedNetwork(runtime, weights, config);
    }
    network.tidy();
    return network;
  }

  /** Keeps the Gram matrices of these paintings only, as those of a run to come. */
  void keepOnly(Collection<Picture> paintings) {
    if (network != null) {
      network.keepOnly(paintings);
    }
  }

  /** Frees what is kept on the device. */
  @Override
  public void close() {
    if (network != null) {
      network.close();
      network = null;
    }
  }
}
