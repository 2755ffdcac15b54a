package impasto.transfer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import impasto.config.TransferConfig;
import impasto.image.Picture;
import impasto.loss.PictureObjective;
import impasto.loss.Targets;
import impasto.net.FeatureExtractor;
import impasto.net.NetworkWeights;
import impasto.torch.TorchRuntime;
import java.util.ArrayList;
import java.util.List;

/** A recipe with its network on the device: gives the objective at each scale. */
final class ScaledObjective implements AutoCloseable {
  private final TransferConfig config;
  private final FeatureExtractor extractor;

  ScaledObjective(TorchRuntime runtime, NetworkWeights weights, TransferConfig config) {
    this.config = config;
    extractor =
        new FeatureExtractor(
            runtime,
            weights,
            config.network(),
            config.objective().range(),
            config.objective().taps());
  }

  FeatureExtractor extractor() {
    return extractor;
  }

  /** The objective for pictures of the scale's size; the manager keeps its targets. */
  PictureObjective at(Scale scale, NDManager manager) {
    try (NDManager scope = manager.newSubManager()) {
      List<NDArray> styles = new ArrayList<>();
      for (Picture style : scale.styles()) {
        styles.add(tensor(scope, style));
      }
      return new Targets(extractor, config.objective(), manager)
          .objective(tensor(scope, scale.content()), styles, Shares.of(config, styles.size()));
    }
  }

  /** A picture as the optimisers' variable. */
  NDArray tensor(NDManager manager, Picture picture) {
    return PictureTensors.tensor(
        manager, picture, config.objective().range(), config.network().precision());
  }

  @Override
  public void close() {
    extractor.close();
  }
}
