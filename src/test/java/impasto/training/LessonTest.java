package impasto.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import impasto.net.FeatureExtractor;
import impasto.net.FeatureMap;
import impasto.net.NetworkWeights;
import impasto.torch.Evaluation;
import impasto.torch.TestEngine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LessonTest {
  private final School school = new School();
  private final Map<String, Moments> moments = school.moments(school.teacher);
  private final Student student = Student.of(school.teacher, school.halfWidths(), School.TAPS);
  private final Lesson lesson =
      new Lesson(
          school.runtime,
          student,
          school.classroom.extractor(school.teacher, School.TAPS),
          moments,
          School.NETWORK);
  private final NDManager manager = school.runtime.manager().newSubManager();
  private final NDArray batch =
      school.classroom.batch(
          manager, () -> school.any(new SplittableRandom(1)), new SplittableRandom(2));

  @AfterEach
  void close() {
    lesson.close();
    manager.close();
    school.close();
  }

  @Test
  void anErrorIsTheMeanSquareOfWhatTheHeadLeavesOverTheVariance() {
    float[] vector = started();
    Evaluation evaluation = lesson.on(batch).evaluate(tensor(vector));

    Map<String, double[]> seen = taps(student.weights(vector));
    Map<String, double[]> taught = taps(school.teacher);
    double sum = 0;
    for (int k = 0; k < School.TAPS.size(); k++) {
      String tap = School.TAPS.get(k);
      double error = error(vector, student.head(k), seen.get(tap), taught.get(tap), tap);
      assertThat(evaluation.terms().get(tap)).as(tap).isCloseTo(error, within(1e-3 * error));
      sum += error;
    }
    assertThat(evaluation.value()).isCloseTo(sum, within(1e-3 * sum));
    assertThat(lesson.errors(tensor(vector), batch)).isEqualTo(evaluation.terms());
  }

  @Test
  void theGradientIsThatOfFiniteDifferences() {
    float[] vector = started();
    double[] gradient = TestEngine.values(lesson.on(batch).evaluate(tensor(vector)).gradient());

    // A kernel, a bias and a head, each all at once along its own gradient.
    for (Student.Part part : List.of(student.kernel(2), student.bias(5), student.head(1))) {
      double square = 0;
      for (int i = part.offset(); i < part.end(); i++) {
        square += gradient[i] * gradient[i];
      }
      double step = 2e-3 / Math.sqrt(square);
      double slope = (moved(vector, gradient, part, step) - moved(vector, gradient, part, -step));
      assertThat(slope / (2 * step)).isCloseTo(square, within(0.01 * square));
    }
  }

  private double moved(float[] vector, double[] gradient, Student.Part part, double step) {
    float[] moved = vector.clone();
    for (int i = part.offset(); i < part.end(); i++) {
      moved[i] += (float) (step * gradient[i]);
    }
    return lesson.on(batch).evaluate(tensor(moved)).value();
  }

  /**
   * By hand: features, positions x channels, times the head, less the teacher's over their root
   * mean square.
   */
  private double error(
      float[] vector, Student.Part head, double[] seen, double[] taught, String tap) {
    int channels = head.shape()[0];
    int wide = head.shape()[1];
    int positions = seen.length / channels;
    double rootMeanSquare = Math.sqrt(moments.get(tap).meanSquare());
    double sum = 0;
    for (int p = 0; p < positions; p++) {
      for (int w = 0; w < wide; w++) {
        double told = 0;
        for (int c = 0; c < channels; c++) {
          told += seen[p * channels + c] * vector[head.offset() + c * wide + w];
        }
        sum += Math.pow(rootMeanSquare * told - taught[p * wide + w], 2);
      }
    }
    return sum / (positions * wide) / moments.get(tap).variance();
  }

  private Map<String, double[]> taps(NetworkWeights weights) {
    Map<String, double[]> taps = new HashMap<>();
    try (FeatureExtractor extractor = school.classroom.extractor(weights, School.TAPS)) {
      for (FeatureMap map : extractor.extract(manager, batch)) {
        taps.put(map.layer(), TestEngine.values(map.matrix()));
      }
    }
    return taps;
  }

  private float[] started() {
    try (LeastSquares solver = new LeastSquares(manager)) {
      return Pruning.of(student, school.teacher, moments, solver);
    }
  }

  private NDArray tensor(float[] vector) {
    try (NDArray view = manager.create(vector, new Shape(vector.length))) {
      return view.duplicate();
    }
  }
}
