package impasto.transfer;

import impasto.config.TransferConfig;
import impasto.image.Picture;
import impasto.net.NetworkWeights;
import impasto.torch.ComputationException;
import impasto.torch.Objective;
import impasto.torch.TorchRuntime;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/**
 * Paints a photo in the manner of paintings by optimising its pixels, coarse to fine (Gatys, Ecker
 * and Bethge, CVPR 2016).
 */
public final class Stylizer {
  private final Workshop workshop;
  private final NetworkWeights weights;
  private final TransferConfig config;
  private final UnaryOperator<Objective> instrument;

  /**
   * @param workshop what this run shares with others
   * @param weights the feature network
   * @param config the recipe
   */
  public Stylizer(Workshop workshop, NetworkWeights weights, TransferConfig config) {
    this(workshop, weights, config, UnaryOperator.identity());
  }

  /**
   * @param instrument wraps each objective; tests inject faults by it
   */
  Stylizer(
      Workshop workshop,
      NetworkWeights weights,
      TransferConfig config,
      UnaryOperator<Objective> instrument) {
    this.instrument = instrument;
    this.workshop = workshop;
    this.weights = weights;
    this.config = config;
  }

  /**
   * Paints.
   *
   * @param given the pictures
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
      TransferInputs given,
      Optional<Checkpoint> resumed,
      TransferListener listener,
      BooleanSupplier stop) {
    TransferInputs inputs = given.prepared(config.originalColors());
    Optional<Position> position = resumed.map(Checkpoint::position);
    TransferConfig current =
        config.withPrecision(
            position.map(Position::precision).orElse(config.network().precision()));
    return TorchRuntime.guard(
        () -> {
          workshop.keepOnly(inputs.styles());
          Easel easel = new Easel(workshop, weights, current, instrument);
          Plan plan = plan(inputs);
          position.ifPresent(at -> check(at, plan));
          Schedule schedule = new Schedule(plan.rungs(), config.stopping().timeLimit());
          Clock clock = new Clock(plan.rungs().size(), listener, stop, position);
          int index = position.map(Position::scale).orElse(0);
          Scale scale = scale(plan, index, inputs);
          easel.turnTo(plan.rungs().get(index));
          Picture picture = Starts.of(config, weights, scale, inputs.start());
          try (ScaleRun run =
              resumed.isPresent()
                  ? ScaleRun.resume(easel, scale, resumed.get(), clock)
                  : ScaleRun.begin(easel, scale, index, picture, clock)) {
            index = paint(run, plan, index, schedule, clock);
            picture = run.painted();
          }
          while (!clock.stopped() && index < plan.rungs().size() - 1) {
            Picture finished = Finish.of(picture, scale.content(), config.originalColors());
            scale = scale(plan, ++index, inputs);
            easel.turnTo(plan.rungs().get(index));
            try (ScaleRun run = begin(easel, scale, index, picture, clock, finished)) {
              index = paint(run, plan, index, schedule, clock);
              picture = run.painted();
            }
          }
          return new TransferResult(
              Finish.of(picture, scale.content(), config.originalColors()),
              !clock.stopped(),
              clock.evaluations(),
              easel.networkSeconds());
        });
  }

  /** Paints a rung and those of the same size after it; gives the last one's number. */
  private static int paint(ScaleRun run, Plan plan, int first, Schedule schedule, Clock clock) {
    int index = first;
    run.paint(schedule);
    while (!clock.stopped() && plan.staysAfter(index)) {
      index++;
      run.turn(index, plan.rungs().get(index));
      run.paint(schedule);
    }
    return index;
  }

  /** Begins a further scale; if that fails, there is the picture of the last. */
  private static ScaleRun begin(
      Easel easel, Scale scale, int index, Picture picture, Clock clock, Picture finished) {
    try {
      double detail = easel.config().ladder().detail();
      Picture start = Enlargement.of(picture, scale.content(), detail);
      return TorchRuntime.guard(() -> ScaleRun.begin(easel, scale, index, start, clock));
    } catch (ComputationException e) {
      throw new UnfinishedException(e.getMessage(), e, Optional.of(finished));
    }
  }

  private Plan plan(TransferInputs inputs) {
    return Plan.of(
        config, weights.upTo(config.objective().taps()), inputs.content(), inputs.styles());
  }

  private static Scale scale(Plan plan, int index, TransferInputs inputs) {
    return Scale.of(plan.rungs().get(index), inputs.content(), inputs.styles());
  }

  private static void check(Position position, Plan plan) {
    if (!plan.holds(position)) {
      throw new IllegalArgumentException("the checkpoint is of another ladder of scales");
    }
  }
}
