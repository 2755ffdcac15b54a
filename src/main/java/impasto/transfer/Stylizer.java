package impasto.transfer;

import ai.djl.ndarray.NDManager;
import impasto.config.Start;
import impasto.config.TransferConfig;
import impasto.image.Picture;
import impasto.image.Resampler;
import impasto.loss.PictureObjective;
import impasto.net.NetworkWeights;
import impasto.optim.Optimizer;
import impasto.optim.OptimizerState;
import impasto.optim.Optimizers;
import impasto.torch.ComputationException;
import impasto.torch.TorchRuntime;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Paints a photo in the manner of paintings by optimising its pixels, coarse to fine (Gatys, Ecker
 * and Bethge, CVPR 2016).
 */
public final class Stylizer {
  private static final Logger LOG = LoggerFactory.getLogger(Stylizer.class);

  private final TorchRuntime runtime;
  private final NetworkWeights weights;
  private final TransferConfig config;

  /**
   * @param runtime the engine
   * @param weights the feature network
   * @param config the recipe
   */
  public Stylizer(TorchRuntime runtime, NetworkWeights weights, TransferConfig config) {
    this.runtime = runtime;
    this.weights = weights;
    this.config = config;
  }

  /**
   * Paints.
   *
   * @param content the photo
   * @param styles the paintings, at least one
   * @param start the picture to start from, given if the recipe says {@link Start.FromFile}
   * @param listener hears of each evaluation
   * @param stop asked before each evaluation; true ends the run with the best picture so far
   * @return the picture
   * @throws PictureTooSmallException if a picture is too small for the deepest layer
   * @throws impasto.net.UnusableWeightsException if the weights do not reach a layer of the recipe
   * @throws ComputationException if the engine fails or there is no finite value to start from
   */
  public TransferResult run(
      Picture content,
      List<Picture> styles,
      Optional<Picture> start,
      TransferListener listener,
      BooleanSupplier stop) {
    return TorchRuntime.guard(
        () -> {
          try (ScaledObjective objective = new ScaledObjective(runtime, weights, config);
              Optimizer optimizer =
                  Optimizers.of(
                      runtime.manager(), config.optimizer(), config.objective().range())) {
            List<Scale> scales =
                Scale.ladder(config, objective.extractor().weights().network(), content, styles);
            Clock clock = new Clock(scales.size(), listener, stop);
            Picture picture = Starts.of(config, weights, scales.get(0), start);
            for (int i = 0; i < scales.size() && !clock.stopped(); i++) {
              picture = paint(objective, optimizer, scales.get(i), picture, i, clock);
            }
            return new TransferResult(picture, !clock.stopped());
          }
        });
  }

  private Picture paint(
      ScaledObjective scaled,
      Optimizer optimizer,
      Scale scale,
      Picture start,
      int index,
      Clock clock) {
    Picture content = scale.content();
    try (NDManager manager = runtime.manager().newSubManager();
        Best best = new Best()) {
      PictureObjective objective = scaled.at(scale, manager);
      Picture resized = Resampler.resize(start, content.width(), content.height());
      OptimizerState state = OptimizerState.at(scaled.tensor(manager, resized));
      int iterations = config.ladder().iterationsAt(index);
      for (int i = 1; i <= iterations && !clock.stopRequested(); i++) {
        OptimizerState next = optimizer.step(state, objective);
        state.release(next);
        state = next;
        clock.evaluated(index, content, i, iterations, state);
        if (!best.offer(state)) {
          LOG.warn(
              "the loss is not a number after {} evaluations at {} x {}; going on from the best",
              i,
              content.width(),
              content.height());
          break;
        }
      }
      return best.x()
          .map(x -> PictureTensors.picture(x, config.objective().range()))
          .orElse(resized);
    }
  }
}
