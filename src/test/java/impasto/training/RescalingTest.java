package impasto.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import impasto.net.NetworkWeights;
import impasto.torch.ComputationException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RescalingTest {
  private final School school = new School();

  @AfterEach
  void close() {
    school.close();
  }

  @Test
  void everyMeanSquareIsTheWantedOneAndChannelsKeepTheirProportions() {
    Student student = Student.of(school.teacher, school.halfWidths(), School.TAPS);
    Map<String, Moments> wanted = school.moments(school.teacher);
    NetworkWeights before = started(student, wanted);
    Map<String, Moments> own = school.moments(before);

    Map<String, Moments> scaled = school.moments(Rescaling.of(before, own, wanted));

    assertThat(scaled.keySet()).isEqualTo(wanted.keySet());
    scaled.forEach(
        (relu, moments) -> {
          assertThat(moments.meanSquare() / wanted.get(relu).meanSquare())
              .as(relu)
              .isCloseTo(1, within(1e-4));
          double factor = moments.meanSquare() / own.get(relu).meanSquare();
          assertProportional(moments.second(), own.get(relu).second(), factor);
        });
  }

  @Test
  void aDeadLayerIsToldAndNotDividedBy() {
    Student student = Student.of(school.teacher, school.halfWidths(), School.TAPS);
    Map<String, Moments> wanted = school.moments(school.teacher);
    NetworkWeights dead = student.weights(new float[student.size()]);

    assertThatThrownBy(() -> Rescaling.of(dead, school.moments(dead), wanted))
        .isInstanceOf(ComputationException.class)
        .hasMessageContainingAll("relu1_1", "--widths");
  }

  private NetworkWeights started(Student student, Map<String, Moments> moments) {
    try (LeastSquares solver = new LeastSquares(school.runtime.manager())) {
      return student.weights(Pruning.of(student, school.teacher, moments, solver));
    }
  }

  private static void assertProportional(double[][] scaled, double[][] own, double factor) {
    for (int i = 0; i < own.length; i++) {
      for (int j = 0; j < own.length; j++) {
        assertThat(scaled[i][j])
            .isCloseTo(factor * own[i][j], within(1e-4 * factor * (own[i][i] + own[j][j])));
      }
    }
    assertThat(List.of(scaled)).hasSameSizeAs(own);
  }
}
