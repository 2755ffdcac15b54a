package impasto.transfer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import impasto.config.CoarseNetwork;
import impasto.config.Precision;
import impasto.config.TransferConfig;
import impasto.loss.NothingVisibleException;
import impasto.loss.PictureObjective;
import impasto.net.NetworkWeights;
import impasto.torch.Objective;
import impasto.torch.TorchRuntime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What all scales of a run paint with: the network in its present precision. */
final class Easel {
  private static final double NANOSECONDS = 1e9;

  private final Workshop workshop;
  private final NetworkWeights weights;
  private final UnaryOperator<Objective> instrument;
  private TransferConfig config;
  private CoarseNetwork network = CoarseNetwork.SAME;
  private ScaledObjective objective;
  private long inNetwork;

  /**
   * @param workshop gives the network
   * @param weights of the recipe's network
   * @param config the recipe, in the precision to begin with
   * @param instrument wraps each scale's objective; tests inject faults by it
   */
  Easel(
      Workshop workshop,
      NetworkWeights weights,
      TransferConfig config,
      UnaryOperator<Objective> instrument) {
    this.workshop = workshop;
    this.weights = weights;
    this.config = config;
    this.instrument = instrument;
    objective = setUp();
  }

  /** Takes the network that paints a scale. */
  void turnTo(Plan.Rung rung) {
    if (rung.network() != network) {
      network = rung.network();
      objective = setUp();
    }
  }

  TorchRuntime runtime() {
    return workshop.runtime();
  }

  /** The recipe in the present precision. */
  TransferConfig config() {
    return config;
  }

  ScaledObjective objective() {
    return objective;
  }

  /** The objective of a scale as it is to be evaluated; the manager keeps its targets. */
  Objective objective(Scale scale, NDManager targets) {
    PictureObjective made = timed(() -> objective.at(scale, targets));
    Objective instrumented = instrument.apply(made);
    return x -> timed(() -> instrumented.evaluate(x));
  }

  /** What the network of this scale leaves out of the objective, if it does. */
  Optional<LeftOut> leftOut(Scale scale, NDManager targets) {
    if (network != CoarseNetwork.SHALLOW) {
      return Optional.empty();
    }
    try {
      PictureObjective deepest =
          timed(
              () ->
                  objective(weights, config)
                      .at(scale, targets, CoarseScales.leftOut(config.objective())));
      return Optional.of(new LeftOut(x -> timed(() -> look(deepest, x))));
    } catch (NothingVisibleException e) {
      // Only what it leaves out is so deep.
      return Optional.empty();
    }
  }

  /** Seconds spent in objectives and their targets: the network, Gram matrices and losses. */
  double networkSeconds() {
    return inNetwork / NANOSECONDS;
  }

  /** Brings the network to the device anew, in float32. */
  void fallBackToFloat32() {
    config = config.withPrecision(Precision.FLOAT32);
    objective = setUp();
  }

  /** Leaves the number of threads as it was: sums depend on it, and looks must change nothing. */
  private Map<String, Double> look(PictureObjective deepest, NDArray x) {
    int threads = runtime().threadsAtWork();
    try {
      return deepest.featureTerms(x);
    } finally {
      runtime().useThreads(threads);
    }
  }

  private ScaledObjective setUp() {
    return switch (network) {
      case SAME -> objective(weights, config);
      case BUILTIN -> objective(workshop.coarse(), config);
      case SHALLOW -> objective(weights, CoarseScales.shallow(config));
    };
  }

  private ScaledObjective objective(NetworkWeights painting, TransferConfig recipe) {
    return new ScaledObjective(workshop.network(painting, recipe), recipe);
  }

  private <T> T timed(Supplier<T> work) {
    long begun = System.nanoTime();
    try {
      return work.get();
    } finally {
      inNetwork += System.nanoTime() - begun;
    }
  }
}
