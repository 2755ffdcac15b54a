package impasto.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingConfigTest {
  private static final TrainingConfig CONFIG =
      new TrainingConfig(List.of(8, 8), 1000, 0.5, 16, 64, 0.35, 1);

  @Test
  void theLearningRateRisesOverAHundredStepsAndFallsLikeACosine() {
    assertThat(CONFIG.learningRateAt(0)).isEqualTo(0.005);
    // Half of the rise, and (1 + cos(pi 49 / 1000)) / 2 of the fall.
    assertThat(CONFIG.learningRateAt(49)).isCloseTo(0.25 * 0.994086, within(1e-6));
    assertThat(CONFIG.learningRateAt(500)).isCloseTo(0.25, within(1e-9));
    assertThat(CONFIG.learningRateAt(999)).isPositive().isLessThan(1e-5);
  }
}
