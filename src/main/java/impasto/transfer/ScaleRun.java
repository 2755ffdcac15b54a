package impasto.transfer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import impasto.config.Precision;
import impasto.config.TransferConfig;
import impasto.image.Picture;
import impasto.image.Resampler;
import impasto.loss.NothingVisibleException;
import impasto.optim.Optimizer;
import impasto.optim.OptimizerState;
import impasto.optim.Optimizers;
import impasto.torch.ComputationException;
import impasto.torch.TorchRuntime;
import java.util.Optional;

/**
 * Paints one scale. When the {@link Watchdog} barks, it goes back to the best picture and restarts
 * the optimiser: first in float32 if the network ran in bfloat16, then with a shorter step.
 */
final class ScaleRun implements Snapshot, AutoCloseable {
  /** Restarts with a shorter step at one scale, before the run is given up. */
  static final int MOST_RESTARTS = 3;

  private static final double SHORTER = 0.1;

  private final Easel easel;
  private final Scale scale;
  private int index;
  private final Picture start;
  private final Clock clock;
  private final NDManager manager;
  private Convergence convergence;
  private Best best = new Best();
  private Descent descent;
  private int iteration;
  private int restarts;
  private double stepFactor = 1;

  private ScaleRun(Easel easel, Scale scale, int index, Picture start, Clock clock) {
    this.easel = easel;
    this.scale = scale;
    this.index = index;
    this.clock = clock;
    this.start = Resampler.resize(start, scale.content().width(), scale.content().height());
    manager = easel.runtime().manager().newSubManager();
    convergence = new Convergence(easel.config().stopping(), Double.NaN, 0);
  }

  /**
   * Begins a scale.
   *
   * @param start where to start; a run's own start may be of any size
   */
  static ScaleRun begin(Easel easel, Scale scale, int index, Picture start, Clock clock) {
    ScaleRun run = new ScaleRun(easel, scale, index, start, clock);
    return run.ready(
        () -> {
          run.descend(OptimizerState.at(run.startingPoint()), Double.NaN, 0);
        });
  }

  /** Goes on where an earlier run left off. */
  static ScaleRun resume(Easel easel, Scale scale, Checkpoint checkpoint, Clock clock) {
    Position position = checkpoint.position();
    SavedState saved = new SavedState(checkpoint, easel.config().objective().range());
    ScaleRun run = new ScaleRun(easel, scale, position.scale(), saved.picture(), clock);
    return run.ready(
        () -> {
          run.iteration = position.iteration();
          run.restarts = position.restarts();
          run.stepFactor = position.stepFactor();
          run.best = saved.best(run.manager);
          run.convergence = saved.convergence(easel.config().stopping());
          run.descend(saved.state(run.manager), saved.firstLoss(), saved.complaints());
        });
  }

  /** This, made ready; what it has on the device is freed if that fails. */
  private ScaleRun ready(Runnable preparation) {
    try {
      preparation.run();
      return this;
    } catch (RuntimeException e) {
      manager.close();
      throw e;
    }
  }

  /**
   * Goes on at the same size with another network, and with what the optimiser has learnt.
   *
   * @param next the rung's number
   * @param rung the rung
   * @throws UnfinishedException if the engine fails
   */
  void turn(int next, Plan.Rung rung) {
    try {
      TorchRuntime.guard(
          () -> {
            easel.turnTo(rung);
            turn(next);
            return null;
          });
    } catch (ComputationException | NothingVisibleException e) {
      throw new UnfinishedException(e.getMessage(), e, lastGood());
    }
  }

  private void turn(int next) {
    index = next;
    iteration = 0;
    restarts = 0;
    stepFactor = 1;
    best.reappraise();
    convergence.restart(0);
    goOn(descent.turned(bestPoint()), Double.NaN);
  }

  /**
   * Paints to the end of the rung or until the run is stopped.
   *
   * @param schedule says when there is no more time
   * @throws UnfinishedException if nothing helps
   */
  void paint(Schedule schedule) {
    int iterations = schedule.iterations(index);
    Ending ending = new Ending(convergence, schedule.endOf(index, iteration, clock.seconds()));
    Optional<String> ended = ending.reason(iteration, clock.seconds(), 0);
    while (iteration < iterations && ended.isEmpty() && !clock.stopRequested(this)) {
      double begun = clock.seconds();
      Descent stepping = descent;
      OptimizerState after = advanced();
      // Before anybody is told, so that a checkpoint knows of it.
      convergence.evaluated(iteration, best.value());
      // Last, so that whoever keeps a checkpoint keeps one to go on from.
      clock.tell(index, scale.content(), iteration, iterations, after, stepping.leftOut(), this);
      ended = ending.reason(iteration, clock.seconds(), clock.seconds() - begun);
    }
    if (iteration < iterations) {
      ended.ifPresent(reason -> clock.tellEnd(position(), reason));
    }
    if (!clock.stopped() && best.x().isEmpty()) {
      throw hopeless("no evaluation was usable");
    }
  }

  @Override
  public Picture picture() {
    return Finish.of(painted(), scale.content(), easel.config().originalColors());
  }

  @Override
  public Checkpoint checkpoint() {
    return SavedState.checkpoint(
        position(), descent.state(), best, descent.watchdog(), convergence);
  }

  @Override
  public void close() {
    descent.close();
    manager.close();
  }

  private OptimizerState advanced() {
    try {
      return TorchRuntime.guard(this::advance);
    } catch (UnfinishedException e) {
      throw e;
    } catch (ComputationException e) {
      throw new UnfinishedException(e.getMessage(), e, lastGood());
    }
  }

  /** Evaluates once; gives what the optimiser came to, be it taken or not. */
  private OptimizerState advance() {
    Optional<String> trouble = descent.step(best.value());
    OptimizerState after = descent.state();
    iteration++;
    clock.evaluated();
    if (trouble.isPresent()) {
      restart(trouble.get());
    } else {
      best.offer(after);
    }
    return after;
  }

  private void restart(String reason) {
    String change;
    double first = descent.watchdog().first();
    if (easel.config().network().precision() == Precision.BFLOAT16) {
      change = "going on in float32 from the best picture";
      easel.fallBackToFloat32();
      // Losses of another precision do not compare.
      best.reappraise();
      convergence.restart(iteration);
      first = Double.NaN;
    } else if (restarts < MOST_RESTARTS) {
      restarts++;
      stepFactor *= SHORTER;
      change = "going on from the best picture with steps " + SHORTER + " times as long";
    } else {
      throw hopeless(reason);
    }
    goOn(OptimizerState.at(bestPoint()), first);
    clock.tellRestart(position(), reason + "; " + change);
  }

  private UnfinishedException hopeless(String reason) {
    String message =
        "%s at %d x %d pixels, after %d restarts with shorter steps; use a smaller --learning-rate or smaller weights"
            .formatted(reason, start.width(), start.height(), restarts);
    return new UnfinishedException(message, null, lastGood());
  }

  private void goOn(OptimizerState fresh, double firstLoss) {
    descent.leaveFor(fresh);
    descend(fresh, firstLoss, 0);
  }

  private void descend(OptimizerState from, double firstLoss, int complaints) {
    TransferConfig config = easel.config();
    NDManager targets = manager.newSubManager();
    // First: the last to set up its targets says how many threads take part in what follows.
    Optional<LeftOut> leftOut = easel.leftOut(scale, targets);
    Watchdog watchdog = new Watchdog(easel.objective(scale, targets), firstLoss, complaints);
    Optimizer optimizer =
        Optimizers.of(
            manager, config.optimizer().shortened(stepFactor), config.objective().range());
    descent = new Descent(from, optimizer, watchdog, targets, leftOut);
  }

  private Position position() {
    return new Position(
        index,
        start.width(),
        start.height(),
        iteration,
        clock.evaluations(),
        restarts,
        stepFactor,
        easel.config().network().precision(),
        clock.seconds());
  }

  private Optional<Picture> lastGood() {
    boolean painted = best.x().isPresent() || index > 0;
    return painted ? Optional.of(picture()) : Optional.empty();
  }

  /** The best picture, not finished. */
  Picture painted() {
    return best.x()
        .map(x -> PictureTensors.picture(x, easel.config().objective().range()))
        .orElse(start);
  }

  /** A copy of the best picture, or the start if there is none. */
  private NDArray bestPoint() {
    return best.x().map(NDArray::duplicate).orElseGet(this::startingPoint);
  }

  /** Within black and white if the optimiser stays there: enlarging may have gone beyond. */
  private NDArray startingPoint() {
    NDArray point = easel.objective().tensor(manager, start);
    if (!easel.config().optimizer().clamp()) {
      return point;
    }
    try (NDManager scope = manager.newSubManager()) {
      point.attach(scope);
      NDArray clamped = point.clip(0, easel.config().objective().range().white());
      clamped.attach(manager);
      return clamped;
    }
  }
}
