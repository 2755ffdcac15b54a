package impasto.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import impasto.config.NetworkConfig;
import impasto.net.FeatureExtractor;
import impasto.net.FeatureMap;
import impasto.torch.Argument;
import impasto.torch.Evaluation;
import impasto.torch.Objective;
import impasto.torch.Program;
import impasto.torch.Recording;
import impasto.torch.TorchRuntime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How far a student is from its teacher on a batch of crops, as a function of its parameters. */
final class Lesson implements AutoCloseable {
  private static final float[] MEAN = {0.485f, 0.456f, 0.406f};
  private static final float[] PER_DEVIATION = {1 / 0.229f, 1 / 0.224f, 1 / 0.225f};

  private final Student student;
  private final FeatureExtractor teacher;
  private final NDManager manager;
  private final Program program;
  private final NDArray mean;
  private final NDArray perDeviation;

  /**
   * @param runtime the engine
   * @param student the shape
   * @param teacher computes the student's taps of the wide network; closed with this
   * @param moments the teacher's, by the layer's name
   * @param config how the student runs
   */
  Lesson(
      TorchRuntime runtime,
      Student student,
      FeatureExtractor teacher,
      Map<String, Moments> moments,
      NetworkConfig config) {
    this.student = student;
    this.teacher = teacher;
    manager = runtime.manager().newSubManager();
    List<Moments> targets = student.taps().stream().map(moments::get).toList();
    program = Program.compile(manager, LessonText.of(student, targets, config));
    mean = color(MEAN);
    perDeviation = color(PER_DEVIATION);
  }

  /**
   * The objective on a batch.
   *
   * @param batch B x 3 x H x W; it and what the teacher sees in it must live as long as the
   *     objective
   */
  Objective on(NDArray batch) {
    List<NDArray> given = given(batch);
    return x -> {
      try (Recording recording = Recording.of(program, x, given)) {
        NDArray sum = recording.outputs().get(0);
        NDArray errors = recording.outputs().get(1);
        NDArray gradient =
            recording.pullback(x.getManager(), List.of(sum.onesLike(), errors.zerosLike()));
        return new Evaluation(sum.getFloat(), gradient, named(errors));
      }
    };
  }

  /** The errors on a batch, by the tap's name, without a gradient. */
  Map<String, Double> errors(NDArray x, NDArray batch) {
    try (NDManager scope = x.getManager().newSubManager()) {
      List<NDArray> outputs =
          program.call(scope, "forward", Argument.tensor(x), Argument.tensors(given(batch)));
      return named(outputs.get(1));
    }
  }

  private List<NDArray> given(NDArray batch) {
    List<NDArray> given = new ArrayList<>(List.of(batch, mean, perDeviation));
    for (FeatureMap map : teacher.extract(batch.getManager(), batch)) {
      given.add(map.matrix());
    }
    return given;
  }

  private Map<String, Double> named(NDArray errors) {
    float[] values = errors.toFloatArray();
    Map<String, Double> named = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      named.put(student.taps().get(i), (double) values[i]);
    }
    return named;
  }

  private NDArray color(float[] values) {
    try (NDArray view = manager.create(values, new Shape(1, 3, 1, 1))) {
      return view.duplicate();
    }
  }

  @Override
  public void close() {
    program.close();
    teacher.close();
    manager.close();
  }
}
