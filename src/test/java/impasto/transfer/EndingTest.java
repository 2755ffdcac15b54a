package impasto.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import impasto.config.StoppingConfig;
import org.junit.jupiter.api.Test;

class EndingTest {
  private final Convergence convergence =
      new Convergence(new StoppingConfig(0.01, 3, 0), Double.NaN, 0);

  @Test
  void anEvaluationThatWouldBeLateIsNotBegun() {
    Ending ending = new Ending(convergence, 10);

    assertThat(ending.reason(5, 8, 2)).isEmpty();
    assertThat(ending.reason(6, 8.5, 2)).get().asString().contains("time limit");
  }

  @Test
  void aScaleIsBegunHoweverLateItIs() {
    Ending ending = new Ending(convergence, 10);

    assertThat(ending.reason(0, 20, 0)).isEmpty();
    assertThat(ending.reason(1, 20, 1)).isEmpty();
    assertThat(ending.reason(2, 20, 1)).isPresent();
  }

  @Test
  void aConvergedScaleEndsWithTimeLeft() {
    Ending ending = new Ending(convergence, Double.POSITIVE_INFINITY);
    convergence.evaluated(1, 5);
    convergence.evaluated(4, 5);

    assertThat(ending.reason(4, 1, 1)).contains("the loss hardly falls any more");
  }
}
