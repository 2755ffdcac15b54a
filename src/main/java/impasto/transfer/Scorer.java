package impasto.transfer;

import ai.djl.ndarray.NDManager;
import impasto.config.TransferConfig;
import impasto.image.Picture;
import impasto.net.NetworkWeights;
import impasto.torch.Evaluation;
import impasto.torch.TorchRuntime;
import java.util.List;
import java.util.Optional;

/** Evaluates the objective of a recipe for any picture, without optimising. */
public final class Scorer {
  private Scorer() {}

  /**
   * Scores a picture at its own size: the photo is resized to it, the paintings to its longer side
   * times the style scale.
   *
   * @param runtime the engine
   * @param weights the feature network
   * @param config the recipe
   * @param content the photo
   * @param styles the paintings
   * @param picture the picture to score
   * @return the loss and its terms
   * @throws PictureTooSmallException if a picture is too small for the deepest layer
   */
  public static Score score(
      TorchRuntime runtime,
      NetworkWeights weights,
      TransferConfig config,
      Picture content,
      List<Picture> styles,
      Picture picture) {
    try (Workshop workshop = new Workshop(runtime)) {
      return score(workshop, weights, config, content, styles, picture);
    }
  }

  /**
   * The same with a workshop, which keeps the network and what was computed of the paintings for
   * the next picture.
   *
   * @param workshop of the engine
   * @param weights the feature network
   * @param config the recipe
   * @param content the photo
   * @param styles the paintings, known again by their objects
   * @param picture the picture to score
   * @return the loss and its terms
   * @throws PictureTooSmallException if a picture is too small for the deepest layer
   */
  public static Score score(
      Workshop workshop,
      NetworkWeights weights,
      TransferConfig config,
      Picture content,
      List<Picture> styles,
      Picture picture) {
    List<Picture> paintings =
        new TransferInputs(content, styles, Optional.empty())
            .prepared(config.originalColors())
            .styles();
    return TorchRuntime.guard(
        () -> {
          try (NDManager manager = workshop.runtime().manager().newSubManager()) {
            SharedNetwork network = workshop.network(weights, config);
            network.keepOnly(paintings);
            ScaledObjective objective = new ScaledObjective(network, config);
            Scale scale =
                Scale.like(
                    picture, config, network.extractor().weights().network(), content, paintings);
            Evaluation evaluation =
                objective.at(scale, manager).evaluate(objective.tensor(manager, picture));
            return new Score(
                picture.width(), picture.height(), evaluation.value(), evaluation.terms());
          }
        });
  }
}
