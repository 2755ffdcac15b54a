package impasto.transfer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import impasto.config.CoarseNetwork;
import impasto.config.PixelRange;
import impasto.config.Precision;
import impasto.config.TransferConfig;
import impasto.image.Picture;
import impasto.image.Resampler;
import impasto.image.Size;
import impasto.image.Transparency;
import impasto.models.BuiltinModel;
import impasto.models.InputConventions;
import impasto.net.LowRank;
import impasto.net.Network;
import impasto.net.NetworkWeights;
import impasto.torch.StateDict;
import impasto.torch.TorchRuntime;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The network that paints before the recipe's own. */
public final class CoarseScales {
  /** Computed at the first use. */
  private static final class Digest {
    static final String SHA256 = BuiltinModel.open().sha256();
  }

  /** Output channels of the first convolution of a whole VGG. */
  private static final int WHOLE = 64;

  private static final List<String> LAYERS = Network.VGG19.upTo(List.of("relu5_1")).layerNames();

  /** Pixels of the longer side of the pictures to which a network of low rank is fitted. */
  private static final int FITTING_SIDE = 256;

  private CoarseScales() {}

  /**
   * Which network paints first: the one that the recipe asks for, unless the recipe's network is as
   * slim itself, or the built-in one lacks a layer of the recipe.
   *
   * @param config the recipe
   * @param weights of the recipe's network
   */
  public static CoarseNetwork network(TransferConfig config, NetworkWeights weights) {
    boolean possible =
        switch (config.coarse()) {
          case SAME -> false;
          case BUILTIN -> LAYERS.containsAll(config.objective().taps());
          case LOW_RANK -> LowRank.reduces(weights.upTo(config.objective().taps()).network());
        };
    return possible && weights.widths().get(0) >= WHOLE ? config.coarse() : CoarseNetwork.SAME;
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

  /**
   * The recipe's own network with convolutions of low rank, fitted to the pictures of a run.
   *
   * @param runtime the engine
   * @param weights of the recipe's network
   * @param config the recipe
   * @param inputs the pictures
   */
  static NetworkWeights lowRank(
      TorchRuntime runtime, NetworkWeights weights, TransferConfig config, TransferInputs inputs) {
    PixelRange range = config.objective().range();
    try (NDManager scope = runtime.manager().newSubManager()) {
      List<NDArray> pictures =
          Stream.concat(Stream.of(inputs.content()), inputs.styles().stream())
              .map(picture -> fitted(picture))
              .map(picture -> PictureTensors.tensor(scope, picture, range, Precision.FLOAT32))
              .toList();
      NetworkWeights tapped = weights.upTo(config.objective().taps());
      return LowRank.of(runtime, tapped, config.network(), range, pictures);
    }
  }

  private static Picture fitted(Picture picture) {
    Size size = Size.of(picture);
    Size fitted = size.fitted(Math.min(FITTING_SIDE, size.longerSide()));
    return Resampler.resize(Transparency.filled(picture), fitted.width(), fitted.height());
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
