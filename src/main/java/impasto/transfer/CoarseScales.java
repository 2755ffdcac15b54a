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

/** The built-in network as the one that paints before the recipe's own. */
public final class CoarseScales {
  /** What an evaluation of it takes, beside one of VGG19 at the same size. */
  public static final double COST = 0.125;

  /** Computed at the first use. */
  private static final class Digest {
    static final String SHA256 = BuiltinModel.open().sha256();
  }

  /** Output channels of the first convolution of a whole VGG. */
  private static final int WHOLE = 64;

  private static final List<String> LAYERS = Network.VGG19.upTo(List.of("relu5_1")).layerNames();

  private CoarseScales() {}

  /**
   * Whether the built-in network paints first: if the recipe says so, the recipe's network is not
   * as slim itself, and all layers of the recipe are there.
   *
   * @param config the recipe
   * @param weights of the recipe's network
   */
  public static boolean areIts(TransferConfig config, NetworkWeights weights) {
    return config.coarse() == CoarseNetwork.BUILTIN
        && weights.widths().get(0) >= WHOLE
        && LAYERS.containsAll(config.objective().taps());
  }

  /**
   * The SHA-256 of the built-in network, if it paints first.
   *
   * @param config the recipe
   * @param weights of the recipe's network
   */
  public static Optional<String> sha256(TransferConfig config, NetworkWeights weights) {
    return areIts(config, weights) ? Optional.of(Digest.SHA256) : Optional.empty();
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
