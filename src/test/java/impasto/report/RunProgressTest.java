package impasto.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunProgressTest {
  @Test
  void aScaleIsToldByItsLowestLoss() {
    RunProgress progress = new RunProgress();
    progress.add(point(1, 1, 9, 1.5));
    progress.add(point(1, 2, 4, 2.0));
    progress.add(point(1, 3, 6, 3.0));
    progress.add(point(2, 4, 8, 5.5));
    progress.add(point(2, 5, 8, 7.0));

    assertThat(progress.scales())
        .containsExactly(
            new ScaleRecord(10, 5, 3, 4, Map.of("tv", 2.0), 3.0),
            new ScaleRecord(20, 10, 2, 8, Map.of("tv", 4.0), 4.0));
    assertThat(progress.points()).extracting(LossPoint::evaluations).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void aLossThatIsNotFiniteIsNeverTheLowest() {
    RunProgress progress = new RunProgress();
    progress.add(point(1, 1, Double.NaN, 1));
    assertThat(progress.scales().get(0).loss()).isNaN();
    progress.add(point(1, 2, 5, 2));
    progress.add(point(1, 3, Double.NEGATIVE_INFINITY, 3));
    progress.add(point(1, 4, Double.NaN, 4));
    assertThat(progress.scales().get(0).loss()).isEqualTo(5);
    assertThat(progress.scales().get(0).evaluations()).isEqualTo(4);
    assertThat(progress.scales().get(0).terms()).containsExactly(Map.entry("tv", 2.5));
  }

  @Test
  void longRunsAreThinnedOutEvenly() {
    RunProgress progress = new RunProgress();
    int evaluations = 3 * RunProgress.MOST_POINTS;
    // The second scale begins at an evaluation that no even stride meets.
    int second = evaluations / 2 + 2;
    for (int i = 1; i <= evaluations; i++) {
      progress.add(point(i < second ? 1 : 2, i, 1.0 / i, i));
    }

    List<Integer> kept = progress.points().stream().map(LossPoint::evaluations).toList();
    assertThat(kept)
        .hasSizeBetween(RunProgress.MOST_POINTS / 2, RunProgress.MOST_POINTS + 1)
        .startsWith(1, 5, 9)
        .contains(second)
        .endsWith(evaluations)
        .isSorted();
    assertThat(progress.scales()).extracting(ScaleRecord::evaluations).containsExactly(6001, 5999);
  }

  @Test
  void aRunThatWasResumedAnywhereTellsTheSame() {
    RunProgress whole = new RunProgress();
    RunProgress resumed = new RunProgress();
    for (int i = 1; i <= 60; i++) {
      LossPoint point = point(1 + i / 25, i, i % 7 == 0 ? Double.NaN : 100.0 / (i % 10), i * 0.1);
      whole.add(point);
      resumed = RunProgress.fromJson("checkpoint", resumed.toJson());
      resumed.add(point);
    }
    assertThat(resumed.scales()).isEqualTo(whole.scales());
    assertThat(resumed.points()).isEqualTo(whole.points());
    assertThat(resumed.toJson()).isEqualTo(whole.toJson());
  }

  @Test
  void thinningGoesOnAfterAResumption() {
    RunProgress progress = new RunProgress();
    for (int i = 1; i <= RunProgress.MOST_POINTS + 1; i++) {
      progress.add(point(1, i, 1, i));
    }
    RunProgress resumed = RunProgress.fromJson("checkpoint", progress.toJson());
    resumed.add(point(1, RunProgress.MOST_POINTS + 2, 1, 5000));
    resumed.add(point(1, RunProgress.MOST_POINTS + 3, 1, 5000));
    assertThat(resumed.points()).hasSize(RunProgress.MOST_POINTS / 2 + 2);
  }

  @Test
  void damagedTextIsRefused() {
    String json = new RunProgress().toJson();
    assertThatThrownBy(() -> RunProgress.fromJson("checkpoint", json.replace("1", "-1")))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessageStartingWith("checkpoint: ");
    assertThatThrownBy(() -> RunProgress.fromJson("checkpoint", json.substring(1)))
        .isInstanceOf(UnreadableRecordException.class);
  }

  @Test
  void nothingYetIsNoScaleAndNoPoint() {
    assertThat(new RunProgress().scales()).isEmpty();
    assertThat(new RunProgress().points()).isEmpty();
  }

  private static LossPoint point(int scale, int evaluations, double loss, double seconds) {
    return new LossPoint(
        scale, 10 * scale, 5 * scale, evaluations, loss, Map.of("tv", loss / 2), seconds);
  }
}
