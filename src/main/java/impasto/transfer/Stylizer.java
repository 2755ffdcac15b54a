package impasto.transfer;

import impasto.config.TransferConfig;
import impasto.image.Picture;
import impasto.net.NetworkWeights;
import impasto.torch.Objective;
import impasto.torch.TorchRuntime;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/**
 * Paints a photo in the manner of paintings by optimising its pixels, coarse to fine (Gatys, Ecker
 * and Bethge, CVPR 2016).
 */
public final class Stylizer {
  private final TorchRuntime runtime;
  private final NetworkWeights weights;
  private final TransferConfig config;
  private final UnaryOperator<Objective> instrument;

  /**
   * @param runtime the engine
   * @param weights the feature network
   * @param config the recipe
   */
  public Stylizer(TorchRuntime runtime, NetworkWeights weights, TransferConfig config) {
    this(runtime, weights, config, UnaryOperator.identity());
  }

  /**
   * @param instrument wraps each objective; tests inject faults by it
   */
  Stylizer(
      TorchRuntime runtime,
      NetworkWeights weights,
      TransferConfig config,
      UnaryOperator<Objective> instrument) {
    this.instrument = instrument;
    this.runtime = runtime;
    this.weights = weights;
    this.config = config;
  }

  /**
   * Paints.
   *
   * @param inputs the pictures
   * @param resumed where an earlier run of the same recipe and inputs left off, if it is to go on
   * @param listener hears of each evaluation
   * @param stop asked before each evaluation; true ends the run with the best picture so far
   * @return the picture
   * @throws PictureTooSmallException if a picture is too small for the deepest layer
   * @throws impasto.net.UnusableWeightsException if the weights do not reach a layer of the recipe
   * @throws IllegalArgumentException if the checkpoint is of another ladder
   * @throws UnfinishedException if the engine fails, or the loss stays unusable whatever is tried
   * @throws impasto.torch.ComputationException if the engine fails before the first evaluation
   */
  public TransferResult run(
      TransferInputs inputs,
      Optional<Checkpoint> resumed,
      TransferListener listener,
      BooleanSupplier stop) {
    Optional<Position> position = resumed.map(Checkpoint::position);
    TransferConfig current =
        config.withPrecision(
            position.map(Position::precision).orElse(config.network().precision()));
    return TorchRuntime.guard(
        () -> {
          try (Easel easel = new Easel(runtime, weights, current, instrument)) {
            List<Scale> scales = scales(easel, inputs);
            position.ifPresent(at -> check(at, scales));
            Clock clock = new Clock(scales.size(), listener, stop, position);
            Picture picture = Starts.of(config, weights, scales.get(0), inputs.start());
            int index = position.map(Position::scale).orElse(0);
            try (ScaleRun run =
                resumed.isPresent()
                    ? ScaleRun.resume(easel, scales.get(index), resumed.get(), clock)
                    : ScaleRun.begin(easel, scales.get(index), index, picture, clock)) {
              picture = run.paint();
            }
            while (!clock.stopped() && ++index < scales.size()) {
              try (ScaleRun run = ScaleRun.begin(easel, scales.get(index), index, picture, clock)) {
                picture = run.paint();
              }
            }
            Picture photo = scales.get(Math.min(index, scales.size() - 1)).content();
            return new TransferResult(
                Finish.of(picture, photo, config.originalColors()),
                !clock.stopped(),
                clock.evaluations());
          }
        });
  }

  private List<Scale> scales(Easel easel, TransferInputs inputs) {
    return Scale.ladder(
        config,
        easel.objective().extractor().weights().network(),
        inputs.content(),
        inputs.styles());
  }

  private static void check(Position position, List<Scale> scales) {
    if (position.scale() >= scales.size()
        || position.width() != scales.get(position.scale()).content().width()
        || position.height() != scales.get(position.scale()).content().height()) {
      throw new IllegalArgumentException("the checkpoint is of another ladder of scales");
    }
  }
}
