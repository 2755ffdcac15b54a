package impasto.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import impasto.transfer.Iteration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractDoubleAssert;
import org.junit.jupiter.api.Test;

class PaceTest {
  /** 10 evaluations of 100 pixels, then 5 of 400: a third of the work is in the first scale. */
  private final Pace pace = pace(0, new PlannedScale(100, 10), new PlannedScale(400, 5));

  @Test
  void nothingIsKnownBeforeTwoEvaluations() {
    assertThat(pace.done()).isZero();
    assertThat(pace.secondsLeft()).isEmpty();
    pace.iterated(small(1, 9));
    assertThat(pace.done()).isCloseTo(100 / 3000.0, within(1e-9));
    assertThat(pace.secondsLeft()).isEmpty();
    assertThat(pace.secondsPerIteration()).isEmpty();
  }

  @Test
  void anEvaluationIsWeighedByItsPixels() {
    small(1, 10, 2);
    // 1000 of 3000 pixels are done, at 50 pixels a second.
    assertThat(pace.done()).isCloseTo(1 / 3.0, within(1e-9));
    assertThatLeft().isCloseTo(40, within(1e-9));
    assertThat(pace.secondsPerIteration().orElseThrow()).isCloseTo(2, within(1e-9));

    pace.iterated(large(1, 28));
    // Still 50 pixels a second: 400 in 8 s.
    assertThatLeft().isCloseTo(32, within(1e-9));
    assertThat(pace.secondsPerIteration().orElseThrow()).isCloseTo(8, within(1e-9));
  }

  @Test
  void thePreparationsBeforeTheFirstEvaluationDoNotCount() {
    pace.iterated(small(1, 100));
    pace.iterated(small(2, 101));
    assertThatLeft().isCloseTo(28, within(1e-9));
  }

  @Test
  void theLatestEvaluationsTellThePace() {
    Pace steady = pace(0, new PlannedScale(100, 100));
    for (int i = 1; i <= 40; i++) {
      steady.iterated(new Iteration(1, 1, 10, 10, i, 100, i, 1, Map.of(), i));
    }
    for (int i = 41; i <= 60; i++) {
      steady.iterated(new Iteration(1, 1, 10, 10, i, 100, i, 1, Map.of(), 40 + 3 * (i - 40)));
    }
    assertThat(steady.secondsLeft().orElseThrow()).isCloseTo(3 * 40, within(1e-9));
  }

  @Test
  void aScaleThatEndedEarlyLeavesOnlyTheOthers() {
    small(1, 4, 2);
    pace.iterated(large(1, 16));
    // 3000 - 1000 - 400 pixels at 50 a second: 400 + 300 pixels took 14 s.
    assertThatLeft().isCloseTo(32, within(1e-9));
  }

  @Test
  void aRunThatIsResumedCountsWhatWasDoneBefore() {
    pace.iterated(large(2, 1000));
    pace.iterated(large(3, 1004));
    assertThat(pace.done()).isCloseTo(2200 / 3000.0, within(1e-9));
    assertThatLeft().isCloseTo(8, within(1e-9));
  }

  @Test
  void aRunThatLeavesItsPlanIsDoneAtMost() {
    pace.iterated(large(5, 1));
    pace.iterated(new Iteration(3, 3, 80, 20, 1, 9, 2, 1, Map.of(), 2));
    assertThat(pace.done()).isEqualTo(1);
    assertThatLeft().isZero();
  }

  @Test
  void aTimeLimitIsWhatIsLeftAtMost() {
    Pace limited = pace(30, new PlannedScale(100, 100));
    // A second an evaluation: 95 more would take longer than there is time.
    for (int i = 1; i <= 5; i++) {
      limited.iterated(new Iteration(1, 1, 10, 10, i, 100, i, 1, Map.of(), i));
    }
    assertThat(limited.secondsLeft().orElseThrow()).isCloseTo(25, within(1e-9));
    assertThat(limited.done()).isCloseTo(5 / 30.0, within(1e-9));

    limited.iterated(new Iteration(1, 1, 10, 10, 98, 100, 6, 1, Map.of(), 6));
    assertThat(limited.secondsLeft().orElseThrow()).isCloseTo(2, within(1e-9));
  }

  @Test
  void aRunThatOverstepsItsTimeHasNoneLeft() {
    Pace limited = pace(3, new PlannedScale(100, 100));
    limited.iterated(new Iteration(1, 1, 10, 10, 1, 100, 1, 1, Map.of(), 2));
    limited.iterated(new Iteration(1, 1, 10, 10, 2, 100, 2, 1, Map.of(), 4));
    assertThat(limited.secondsLeft().orElseThrow()).isZero();
    assertThat(limited.done()).isEqualTo(1);
  }

  private static Pace pace(double timeLimit, PlannedScale... scales) {
    return new Pace(new PlannedRun(List.of(scales), timeLimit));
  }

  private void small(int from, int to, double seconds) {
    for (int i = from; i <= to; i++) {
      pace.iterated(small(i, i * seconds));
    }
  }

  private static Iteration small(int iteration, double seconds) {
    return new Iteration(1, 2, 20, 5, iteration, 10, iteration, 1, Map.of(), seconds);
  }

  private static Iteration large(int iteration, double seconds) {
    return new Iteration(2, 2, 40, 10, iteration, 5, 10 + iteration, 1, Map.of(), seconds);
  }

  private AbstractDoubleAssert<?> assertThatLeft() {
    return assertThat(pace.secondsLeft().orElseThrow());
  }
}
