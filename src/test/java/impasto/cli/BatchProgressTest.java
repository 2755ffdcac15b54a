package impasto.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class BatchProgressTest {
  private static final Offset<Double> NEARLY = within(1e-9);

  private final PlannedJob small = PlannedJobs.planned("small.png", 32, 40);
  private final PlannedJob large = PlannedJobs.planned("large.png", 64, 30);
  private final AtomicLong nanoseconds = new AtomicLong();

  @Test
  void theShareIsThatOfTheWork() {
    // 32 x 24 x 40 against 64 x 48 x 30.
    assertThat(large.work()).isEqualTo(3 * small.work());
    BatchProgress progress = progress(1, small, large);
    assertThat(progress.share()).isZero();

    progress.begun(small);
    assertThat(progress.share()).isZero();
    progress.progressed(small, 0.5);
    assertThat(progress.share()).isCloseTo(0.125, NEARLY);
    progress.finished(small, Optional.empty(), "painted");
    assertThat(progress.share()).isCloseTo(0.25, NEARLY);
    progress.begun(large);
    progress.failed(large, "large.png failed");
    assertThat(progress.share()).isEqualTo(1);
  }

  @Test
  void whatIsPutBackIsNotDone() {
    BatchProgress progress = progress(1, small, large);
    progress.begun(small);
    progress.progressed(small, 0.5);
    progress.putBack(small);
    assertThat(progress.share()).isZero();

    progress.begun(small);
    progress.progressed(small, 1);
    progress.retried(small, "its worker died; trying again");
    assertThat(progress.share()).isZero();
    assertThat(progress.counts()).isEqualTo("0 of 2 done");
  }

  @Test
  void newsOfAJobThatIsNotAtHandChangeNothing() {
    BatchProgress progress = progress(1, small, large);
    progress.progressed(small, 0.5);
    assertThat(progress.share()).isZero();
  }

  @Test
  void beforeAJobIsFinishedThoseAtHandTellThePace() {
    BatchProgress progress = progress(1, small, large);
    assertThat(progress.secondsLeft()).isEmpty();
    progress.begun(small);
    setSeconds(10);
    assertThat(progress.secondsLeft()).isEmpty();

    progress.progressed(small, 0.5);
    // 20 s for the small one, of which 10 are over, and three times as long for the large one.
    assertSeconds(progress.secondsLeft(), 70);
  }

  @Test
  void thenThoseThatAreFinishedTellIt() {
    BatchProgress progress = progress(1, small, large);
    progress.begun(small);
    progress.finished(small, Optional.of(PlannedJobs.record(32, 24, 40, 0, 8)), "painted");
    assertSeconds(progress.secondsLeft(), 24);

    progress.begun(large);
    setSeconds(1000);
    progress.progressed(large, 0.75);
    assertSeconds(progress.secondsLeft(), 6);
    assertThat(progress.counts()).isEqualTo("1 of 2 done, 6 s left");
  }

  @Test
  void workersShareWhatIsLeft() {
    Experience experience = Experience.of(List.of());
    experience.add(small, PlannedJobs.record(32, 24, 40, 0, 8));
    BatchProgress progress =
        new BatchProgress(List.of(small, large), experience, 4, nanoseconds::get);
    // Two jobs occupy two of them.
    assertSeconds(progress.secondsLeft(), (8 + 24) / 2.0);
    progress.begun(large);
    progress.finished(large, Optional.empty(), "found");
    assertSeconds(progress.secondsLeft(), 8);
  }

  @Test
  void theCountsTellOfFailures() {
    BatchProgress progress = progress(1, small, large);
    progress.begun(small);
    progress.failed(small, "small.png failed");
    assertThat(progress.counts()).isEqualTo("0 of 2 done, 1 failed");
    progress.begun(large);
    progress.finished(large, Optional.empty(), "painted");
    assertThat(progress.counts()).isEqualTo("1 of 2 done, 1 failed");
  }

  @Test
  void jobsThatCouldNeverBeginAreNoPartOfTheWork() {
    Experience experience = Experience.of(List.of());
    experience.add(small, PlannedJobs.record(32, 24, 40, 0, 8));
    BatchProgress progress = new BatchProgress(List.of(small), experience, 1, nanoseconds::get);

    progress.failed(PlannedJobs.with(large, new Verdict.Impossible("it is not ours")), "failed");

    assertThat(progress.share()).isZero();
    assertThat(progress.counts()).isEqualTo("0 of 1 done, 1 failed, 8 s left");
  }

  @Test
  void aBatchWithoutWorkHasNothingLeft() {
    BatchProgress progress = progress(2);
    assertThat(progress.share()).isZero();
    assertThat(progress.counts()).isEqualTo("0 of 0 done");
    assertSeconds(progress.secondsLeft(), 0);
  }

  private BatchProgress progress(int workers, PlannedJob... jobs) {
    return new BatchProgress(List.of(jobs), Experience.of(List.of()), workers, nanoseconds::get);
  }

  private void setSeconds(long seconds) {
    nanoseconds.set(seconds * 1_000_000_000L);
  }

  private static void assertSeconds(OptionalDouble actual, double expected) {
    assertThat(actual).hasValueCloseTo(expected, NEARLY);
  }
}
