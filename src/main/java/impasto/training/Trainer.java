package impasto.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import impasto.config.NetworkConfig;
import impasto.config.Padding;
import impasto.config.Pooling;
import impasto.config.Precision;
import impasto.config.TrainingConfig;
import impasto.image.Picture;
import impasto.net.NetworkWeights;
import impasto.optim.Adam;
import impasto.optim.Bounds;
import impasto.optim.OptimizerState;
import impasto.torch.ComputationException;
import impasto.torch.HostTensor;
import impasto.torch.TorchRuntime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Trains a slim network to see as a wide one of the same layers does: knowledge distillation
 * (Hinton, Vinyals and Dean 2015) of feature maps, from the teacher pruned.
 */
public final class Trainer {
  /** What the default recipe looks at. */
  private static final List<String> TAPS =
      List.of("relu1_1", "relu2_1", "relu3_1", "relu4_1", "relu4_2", "relu5_1");

  private static final int JUDGED_EVERY = 500;
  private static final int BATCHES_TO_JUDGE_BY = 8;
  private static final int BATCHES_TO_MEASURE = 24;

  /** Between two pictures that the student paints, if it paints: about a fifth of the time. */
  private static final int STEPS_A_PICTURE = 12;

  /** Adam's. The second is that of neural-style: less memory than the usual 0.999. */
  private static final double FIRST_DECAY = 0.9;

  private static final double SECOND_DECAY = 0.99;
  private static final double EPSILON = 1e-8;

  /** Any large odd number: keeps the lots of one seed from being those of the next. */
  private static final long STRIDE = 1_000_000_007;

  private final TorchRuntime runtime;
  private final NetworkWeights teacher;
  private final TrainingConfig config;
  private final NetworkConfig network;
  private final TrainingPictures taught;
  private final TrainingPictures keptBack;
  private final Student student;
  private final Classroom classroom;

  /**
   * @param runtime the engine
   * @param teacher the wide network
   * @param config the student's shape, and how it is trained
   * @param precision the arithmetic inside both networks; a student is taught by direct
   *     convolutions
   * @param pictures what to train on
   * @throws IllegalArgumentException if the shape does not suit the teacher
   * @throws impasto.net.UnusableWeightsException if the teacher does not reach relu5_1
   */
  public Trainer(
      TorchRuntime runtime,
      NetworkWeights teacher,
      TrainingConfig config,
      Precision precision,
      TrainingPictures pictures) {
    this.runtime = runtime;
    this.teacher = teacher.upTo(TAPS);
    this.config = config;
    network = new NetworkConfig(Pooling.MAX, Padding.REPLICATE, precision);
    taught = pictures.taught();
    keptBack = pictures.keptBack();
    student = student(teacher, config);
    classroom = new Classroom(runtime, network, config.side(), config.crops());
  }

  /**
   * Checks that a configuration suits a teacher.
   *
   * @return how many parameters are trained, those of the heads included
   * @throws IllegalArgumentException if it does not suit the teacher
   * @throws impasto.net.UnusableWeightsException if the teacher does not reach relu5_1
   */
  public static int parameters(NetworkWeights teacher, TrainingConfig config) {
    return student(teacher, config).size();
  }

  private static Student student(NetworkWeights teacher, TrainingConfig config) {
    return Student.of(teacher.upTo(TAPS), config.widths(), TAPS);
  }

  /**
   * Trains.
   *
   * @param resumed where an earlier training of the same kind left off, if it is to go on
   * @param listener hears of each step
   * @param stop asked before each step; true ends the training
   * @return the network, its feature maps as large as the teacher's; empty if it was stopped
   */
  public Optional<NetworkWeights> run(
      Optional<TrainingState> resumed, TrainingListener listener, BooleanSupplier stop) {
    return TorchRuntime.guard(() -> train(resumed, listener, stop));
  }

  private Optional<NetworkWeights> train(
      Optional<TrainingState> resumed, TrainingListener listener, BooleanSupplier stop) {
    Map<String, Moments> moments = measured(teacher);
    try (NDManager manager = runtime.manager().newSubManager();
        Lesson lesson =
            new Lesson(runtime, student, classroom.extractor(teacher, TAPS), moments, network)) {
      int step = resumed.map(TrainingState::step).orElse(0);
      OptimizerState state =
          resumed.isPresent() ? restored(manager, resumed.get()) : started(manager, moments);
      HalfPainted painted = new HalfPainted(runtime, taught, network.precision());
      listener.judged(step, judged(lesson, state.x()));
      while (step < config.steps()) {
        if (stop.getAsBoolean()) {
          int done = step;
          OptimizerState now = state;
          listener.stopped(() -> saved(done, now));
          return Optional.empty();
        }
        SplittableRandom random = new SplittableRandom(config.seed() + STRIDE * (step + 1));
        if (config.paintedShare() > 0 && (painted.isEmpty() || step % STEPS_A_PICTURE == 0)) {
          painted.paint(student.weights(state.x().toFloatArray()), random);
        }
        state = stepped(lesson, state, step++, painted, random);
        int done = step;
        OptimizerState now = state;
        listener.stepped(done, () -> saved(done, now));
        if (step % JUDGED_EVERY == 0 || step == config.steps()) {
          listener.judged(step, judged(lesson, state.x()));
        }
      }
      NetworkWeights trained = student.weights(state.x().toFloatArray());
      return Optional.of(Rescaling.of(trained, measured(trained), moments));
    }
  }

  private OptimizerState stepped(
      Lesson lesson,
      OptimizerState before,
      int step,
      HalfPainted painted,
      SplittableRandom random) {
    Supplier<Picture> pictures =
        () ->
            random.nextDouble() < config.paintedShare() && !painted.isEmpty()
                ? painted.any(random)
                : taught.any(random);
    Adam adam =
        new Adam(config.learningRateAt(step), FIRST_DECAY, SECOND_DECAY, EPSILON, Bounds.NONE, 0);
    try (NDManager scope = before.x().getManager().newSubManager()) {
      OptimizerState after = adam.step(before, lesson.on(classroom.batch(scope, pictures, random)));
      before.release(after);
      // A step to nowhere may begin at a finite value.
      if (!Double.isFinite(after.value()) || !Double.isFinite(after.x().sum().getFloat())) {
        throw new ComputationException(
            "the training ran astray at step " + step + "; use a smaller --learning-rate");
      }
      return after;
    }
  }

  /** The teacher's or the student's moments, always on the same crops. */
  private Map<String, Moments> measured(NetworkWeights weights) {
    SplittableRandom random = new SplittableRandom(config.seed());
    return classroom.moments(weights, () -> taught.any(random), random, BATCHES_TO_MEASURE);
  }

  /** The errors on what is kept back, always the same crops. */
  private Map<String, Double> judged(Lesson lesson, NDArray x) {
    SplittableRandom random = new SplittableRandom(config.seed());
    Map<String, Double> mean = new LinkedHashMap<>();
    for (int i = 0; i < BATCHES_TO_JUDGE_BY; i++) {
      try (NDManager scope = x.getManager().newSubManager()) {
        NDArray batch = classroom.batch(scope, () -> keptBack.any(random), random);
        lesson
            .errors(x, batch)
            .forEach((tap, error) -> mean.merge(tap, error / BATCHES_TO_JUDGE_BY, Double::sum));
      }
    }
    return mean;
  }

  private OptimizerState started(NDManager manager, Map<String, Moments> moments) {
    try (LeastSquares solver = new LeastSquares(manager)) {
      float[] start = Pruning.of(student, teacher, moments, solver);
      return OptimizerState.at(tensor(manager, new HostTensor(new int[] {start.length}, start)));
    }
  }

  private static TrainingState saved(int step, OptimizerState state) {
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    state
        .tensors()
        .forEach(
            (name, tensor) ->
                tensors.put(
                    name, new HostTensor(new int[] {(int) tensor.size()}, tensor.toFloatArray())));
    return new TrainingState(step, tensors);
  }

  private OptimizerState restored(NDManager manager, TrainingState saved) {
    Map<String, NDArray> tensors = new LinkedHashMap<>();
    saved.tensors().forEach((name, tensor) -> tensors.put(name, tensor(manager, tensor)));
    return new OptimizerState(tensors, Map.of("evaluations", (double) saved.step()), Map.of());
  }

  private static NDArray tensor(NDManager manager, HostTensor tensor) {
    try (NDArray view = manager.create(tensor.values(), new Shape(tensor.values().length))) {
      return view.duplicate();
    }
  }
}
