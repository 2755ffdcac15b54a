package impasto.transfer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import impasto.config.ObjectiveConfig;
import impasto.config.TransferConfig;
import impasto.image.Picture;
import impasto.image.Transparency;
import impasto.loss.Exemplar;
import impasto.loss.PictureObjective;
import impasto.loss.StyleTarget;
import impasto.loss.Targets;
import java.util.List;
import java.util.Map;

/**
 * A recipe with its network on the device: gives the objective at each scale.
 *
 * @param network the network, with what is known of paintings
 * @param config the recipe
 */
record ScaledObjective(SharedNetwork network, TransferConfig config) {

  /**
   * The objective for pictures of the scale's size; the manager keeps its targets, but for those of
   * paintings, which the network keeps.
   *
   * @throws impasto.loss.NothingVisibleException if the photo or a painting is transparent wherever
   *     a layer looks at it
   */
  PictureObjective at(Scale scale, NDManager manager) {
    return at(scale, manager, config.objective());
  }

  /**
   * The same with a part of the recipe's layers only.
   *
   * @param part the objective with those layers
   */
  PictureObjective at(Scale scale, NDManager manager, ObjectiveConfig part) {
    try (NDManager scope = manager.newSubManager()) {
      Exemplar content = exemplar(scope, scale.content());
      List<Map<String, StyleTarget>> moments =
          scale.styles().stream().map(style -> moments(scope, style)).toList();
      Targets targets = new Targets(network.extractor(), part, manager);
      return targets.objective(
          content, targets.blended(moments, Shares.of(config, moments.size())));
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

  private Map<String, StyleTarget> moments(NDManager scope, Scale.Painting style) {
    return network.moments(
        style,
        keeper ->
            new Targets(network.extractor(), config.objective(), keeper)
                .styleTargets(exemplar(scope, style.resized())));
  }

  private Exemplar exemplar(NDManager scope, Picture picture) {
    return new Exemplar(
        tensor(scope, picture),
        PictureTensors.visibility(scope, picture, config.network().precision()));
  }
}
