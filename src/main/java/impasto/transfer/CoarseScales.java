package impasto.transfer;

import impasto.config.CoarseNetwork;
import impasto.config.LayerWeight;
import impasto.config.ObjectiveConfig;
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

  /** In order; VGG16's are among them. */
  private static final List<String> ORDER = Network.VGG19.layerNames();

  private CoarseScales() {}

  /**
   * Which network paints first: the one that the recipe asks for, unless it would be no quicker or
   * lacks something. The built-in one is none for a network that is as slim itself, and may lack a
   * layer of the recipe; a shallow one needs convolutions to leave out and a style layer to keep.
   *
   * @param config the recipe
   * @param weights of the recipe's network
   */
  public static CoarseNetwork network(TransferConfig config, NetworkWeights weights) {
    boolean possible =
        switch (config.coarse()) {
          case SAME -> false;
          case BUILTIN ->
              LAYERS.containsAll(config.objective().taps()) && weights.widths().get(0) >= WHOLE;
          case SHALLOW -> isQuicker(shallow(config), config);
        };
    return possible ? config.coarse() : CoarseNetwork.SAME;
  }

  /** A recipe without the style layers that lie deeper than all its content layers. */
  static TransferConfig shallow(TransferConfig config) {
    ObjectiveConfig objective = config.objective();
    return config.withObjective(objective.withStyleLayers(styleLayers(objective, false)));
  }

  /** What of the objective a shallow recipe leaves out. */
  static ObjectiveConfig leftOut(ObjectiveConfig objective) {
    return objective.withContentLayers(List.of()).withStyleLayers(styleLayers(objective, true));
  }

  private static List<LayerWeight> styleLayers(ObjectiveConfig objective, boolean beyondContent) {
    int deepest =
        objective.contentLayers().stream()
            .mapToInt(layer -> ORDER.indexOf(layer.layer()))
            .max()
            .orElse(-1);
    return objective.styleLayers().stream()
        .filter(layer -> ORDER.indexOf(layer.layer()) > deepest == beyondContent)
        .toList();
  }

  private static boolean isQuicker(TransferConfig shallow, TransferConfig whole) {
    return !shallow.objective().styleLayers().isEmpty()
        && convolutions(shallow) < convolutions(whole);
  }

  private static int convolutions(TransferConfig config) {
    return Network.VGG19.upTo(config.objective().taps()).convolutions().size();
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
