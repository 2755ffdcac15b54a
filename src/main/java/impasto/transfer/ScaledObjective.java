package impasto.transfer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import impasto.config.TransferConfig;
import impasto.image.Picture;
import impasto.image.Transparency;
import impasto.loss.Exemplar;
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

  /**
   * The objective for pictures of the scale's size; the manager keeps its targets.
   *
   * @throws impasto.loss.NothingVisibleException if the photo or a painting is transparent wherever
   *     a layer looks at it
   */
  PictureObjective at(Scale scale, NDManager manager) {
    try (NDManager scope = manager.newSubManager()) {
      List<Exemplar> styles = new ArrayList<>();
      for (Picture style : scale.styles()) {
        styles.add(exemplar(scope, style));
      }
      return new Targets(extractor, config.objective(), manager)
          .objective(exemplar(scope, scale.content()), styles, Shares.of(config, styles.size()));
    }
  }

  /** A picture as the optimisers' variable; transparent parts have its mean colour. */
  NDArray tensor(NDManager manager, Picture picture) {
    return PictureTensors.tensor(
        manager,
        Transparency.filled(picture),
        config.objective().range(),
        config.network().precision());
  }

  private Exemplar exemplar(NDManager scope, Picture picture) {
    return new Exemplar(
        tensor(scope, picture),
        PictureTensors.visibility(scope, picture, config.network().precision()));
  }

  @Override
  public void close() {
    extractor.close();
  }
}
