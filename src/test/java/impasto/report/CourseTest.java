package impasto.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CourseTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 99, 100, 101, 199, 4001})
  void theFirstAndTheLastAreKeptAndTheOthersAreEvenlySpread(int number) {
    List<Integer> kept =
        Course.of(IntStream.rangeClosed(1, number).mapToObj(i -> point(i, 1.0 / i)).toList())
            .stream()
            .map(CoursePoint::evaluations)
            .toList();
    assertThat(kept).hasSize(Math.min(number, 100)).startsWith(1).endsWith(number);
    int widest = (number - 1) / 99 + 1;
    for (int i = 1; i < kept.size(); i++) {
      assertThat(kept.get(i) - kept.get(i - 1)).isBetween(1, widest);
    }
  }

  @Test
  void lossesThatAreNotFiniteAreLeftOut() {
    List<LossPoint> points =
        List.of(point(1, Double.NaN), point(2, 5), point(3, Double.POSITIVE_INFINITY), point(4, 3));
    assertThat(Course.of(points)).containsExactly(new CoursePoint(2, 5), new CoursePoint(4, 3));
    assertThat(Course.of(points.subList(0, 1))).isEmpty();
  }

  private static LossPoint point(int evaluations, double loss) {
    return new LossPoint(1, 64, 48, evaluations, loss, Map.of(), evaluations);
  }
}
