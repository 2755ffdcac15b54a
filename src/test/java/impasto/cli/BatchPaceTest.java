package impasto.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class BatchPaceTest {
  private static final Offset<Double> NEARLY = within(1e-9);

  private final PlannedJob small = PlannedJobs.planned("small.png", 32, 40);
  private final PlannedJob large = PlannedJobs.planned("large.png", 64, 30);
  private final AtomicLong nanoseconds = new AtomicLong();

  @Test
  void theShareIsThatOfTheWork() {
    // 32 x 24 x 40 against 64 x 48 x 30.
    assertThat(large.work()).isEqualTo(3 * small.work());
    BatchPace pace = pace(1, small, large);
    assertThat(pace.share()).isZero();

    pace.begun(small);
    assertThat(pace.share()).isZero();
    pace.progressed(small, 0.5);
    assertThat(pace.share()).isCloseTo(0.125, NEARLY);
    pace.finished(small, Optional.empty());
    assertThat(pace.share()).isCloseTo(0.25, NEARLY);
    pace.begun(large);
    pace.failed(large);
    assertThat(pace.share()).isEqualTo(1);
  }

  @Test
  void whatIsPutBackIsNotDone() {
    BatchPace pace = pace(1, small, large);
    pace.begun(small);
    pace.progressed(small, 0.5);
    pace.putBack(small);
    assertThat(pace.share()).isZero();

    pace.begun(small);
    pace.progressed(small, 1);
    pace.putBack(small);
    assertThat(pace.share()).isZero();
    assertThat(pace.counts()).isEqualTo("0 of 2 done");
  }

  @Test
  void newsOfAJobThatIsNotAtHandChangeNothing() {
    BatchPace pace = pace(1, small, large);
    pace.progressed(small, 0.5);
    assertThat(pace.share()).isZero();
  }

  @Test
  void beforeAJobIsFinishedThoseAtHandTellThePace() {
    BatchPace pace = pace(1, small, large);
    assertThat(pace.secondsLeft()).isEmpty();
    pace.begun(small);
    setSeconds(10);
    assertThat(pace.secondsLeft()).isEmpty();

    pace.progressed(small, 0.5);
    // 20 s for the small one, of which 10 are over, and three times as long for the large one.
    assertSeconds(pace.secondsLeft(), 70);
  }

  @Test
  void thenThoseThatAreFinishedTellIt() {
    BatchPace pace = pace(1, small, large);
    pace.begun(small);
    pace.finished(small, Optional.of(PlannedJobs.record(32, 24, 40, 0, 8)));
    assertSeconds(pace.secondsLeft(), 24);

    pace.begun(large);
    setSeconds(1000);
    pace.progressed(large, 0.75);
    assertSeconds(pace.secondsLeft(), 6);
    assertThat(pace.counts()).isEqualTo("1 of 2 done, 6 s left");
  }

  @Test
  void workersShareWhatIsLeft() {
    Experience experience = Experience.of(List.of());
    experience.add(small, PlannedJobs.record(32, 24, 40, 0, 8));
    BatchPace pace = new BatchPace(List.of(small, large), experience, 4, nanoseconds::get);
    // Two jobs occupy two of them.
    assertSeconds(pace.secondsLeft(), (8 + 24) / 2.0);
    pace.begun(large);
    pace.finished(large, Optional.empty());
    assertSeconds(pace.secondsLeft(), 8);
  }

  @Test
  void theCountsTellOfFailures() {
    BatchPace pace = pace(1, small, large);
    pace.begun(small);
    pace.failed(small);
    assertThat(pace.counts()).isEqualTo("0 of 2 done, 1 failed");
    pace.begun(large);
    pace.finished(large, Optional.empty());
    assertThat(pace.counts()).isEqualTo("1 of 2 done, 1 failed");
  }

  @Test
  void jobsThatCouldNeverBeginAreNoPartOfTheWork() {
    Experience experience = Experience.of(List.of());
    experience.add(small, PlannedJobs.record(32, 24, 40, 0, 8));
    BatchPace pace = new BatchPace(List.of(small), experience, 1, nanoseconds::get);

    pace.failed(PlannedJobs.with(large, new Verdict.Impossible("it is not ours")));

    assertThat(pace.share()).isZero();
    assertThat(pace.counts()).isEqualTo("0 of 1 done, 1 failed, 8 s left");
  }

  @Test
  void aBatchWithoutWorkHasNothingLeft() {
    BatchPace pace = pace(2);
    assertThat(pace.share()).isZero();
    assertThat(pace.counts()).isEqualTo("0 of 0 done");
    assertSeconds(pace.secondsLeft(), 0);
  }

  private BatchPace pace(int workers, PlannedJob... jobs) {
    return new BatchPace(List.of(jobs), Experience.of(List.of()), workers, nanoseconds::get);
  }

  private void setSeconds(long seconds) {
    nanoseconds.set(seconds * 1_000_000_000L);
  }

  private static void assertSeconds(OptionalDouble actual, double expected) {
    assertThat(actual).hasValueCloseTo(expected, NEARLY);
  }
}
