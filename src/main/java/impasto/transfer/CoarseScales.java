package impasto.transfer;

import impasto.config.CoarseNetwork;
import impasto.config.TransferConfig;
import impasto.models.BuiltinModel;
import impasto.models.InputConventions;
import impasto.net.Network;
import impasto.net.NetworkWeights;
import impasto.torch.StateDict;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The network that paints before the recipe's own. */
public final class CoarseScales {
  /** Computed at the first use. */
  private static final class Digest {
    static final String SHA256 = BuiltinModel.open().sha256();
  }

  /** Output channels of the first convolution of a whole VGG. */
  private static final int WHOLE = 64;

  private static final List<String> LAYERS = Network.VGG19.upTo(List.of("relu5_1")).layerNames();

  private CoarseScales() {}

  /**
   * Which network paints first: the one that the recipe asks for, unless the recipe's network is as
   * slim itself, or the built-in one lacks a layer of the recipe.
   *
   * @param config the recipe
   * @param weights of the recipe's network
   */
  public static CoarseNetwork network(TransferConfig config, NetworkWeights weights) {
    boolean first =
        config.coarse() == CoarseNetwork.BUILTIN
            && LAYERS.containsAll(config.objective().taps())
            && weights.widths().get(0) >= WHOLE;
    return first ? CoarseNetwork.BUILTIN : CoarseNetwork.SAME;
  }

  /**
   * The SHA-256 of the built-in network, if it paints first.
   *
   * @param config the recipe
   * @param weights of the recipe's network
   */
  public static Optional<String> sha256(TransferConfig config, NetworkWeights weights) {
    return network(config, weights) == CoarseNetwork.BUILTIN
        ? Optional.of(Digest.SHA256)
        : Optional.empty();
  }

  /** Reads the built-in network. */
  static NetworkWeights load() {
    BuiltinModel model = BuiltinModel.open();
    StateDict state = model.read(Network::isParameter);
    Path place = Path.of(BuiltinModel.NAME);
    return NetworkWeights.of(
        state, InputConventions.of(place, state, Optional.empty(), model::sha256));
  }
}
