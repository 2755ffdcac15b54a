package impasto.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import impasto.config.StoppingConfig;
import org.junit.jupiter.api.Test;

class ConvergenceTest {
  private final StoppingConfig rule = new StoppingConfig(0.01, 3, 0);

  @Test
  void aLossThatHardlyFallsOverAWindowEndsTheScale() {
    Convergence convergence = new Convergence(rule, Double.NaN, 0);
    double[] lowest = {10, 10, 10, 9.8, 9.8, 9.75, 9.71};
    for (int i = 0; i < lowest.length; i++) {
      assertThat(convergence.reached()).isFalse();
      convergence.evaluated(i + 1, lowest[i]);
    }
    // 2 % in the first window, 0.9 % in the second.
    assertThat(convergence.reached()).isTrue();
  }

  @Test
  void evaluationsBeforeThereIsALossDoNotCount() {
    Convergence convergence = new Convergence(rule, Double.NaN, 0);
    for (int i = 1; i <= 9; i++) {
      convergence.evaluated(i, Double.POSITIVE_INFINITY);
    }
    for (int i = 10; i <= 12; i++) {
      convergence.evaluated(i, 5);
    }
    assertThat(convergence.reached()).isFalse();
    convergence.evaluated(13, 5);
    assertThat(convergence.reached()).isTrue();
  }

  @Test
  void withoutAToleranceItNeverEnds() {
    Convergence convergence = new Convergence(StoppingConfig.NEVER, Double.NaN, 0);
    for (int i = 1; i <= 100; i++) {
      convergence.evaluated(i, 7);
    }
    assertThat(convergence.reached()).isFalse();
  }

  @Test
  void afterARestartLossesOfBeforeDoNotCount() {
    Convergence convergence = new Convergence(rule, Double.NaN, 0);
    convergence.evaluated(1, 10);
    convergence.restart(3);
    // Higher than before, as in another precision.
    convergence.evaluated(4, 11);
    convergence.evaluated(7, 10);
    assertThat(convergence.reached()).isFalse();
  }

  @Test
  void whatItKnowsCanBeKept() {
    Convergence one = new Convergence(rule, Double.NaN, 0);
    one.evaluated(1, 10);
    one.evaluated(2, 10);
    Convergence other = new Convergence(rule, one.reference(), one.since());
    other.evaluated(4, 9.95);
    assertThat(other.reached()).isTrue();
    assertThat(new Convergence(rule, other.reference(), other.since()).reached()).isTrue();
  }
}
