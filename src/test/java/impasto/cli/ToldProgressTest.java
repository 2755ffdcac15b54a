package impasto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import impasto.batch.WorkerNews;
import impasto.transfer.Iteration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ToldProgressTest {
  private final AtomicLong milliseconds = new AtomicLong(-1_000_000);
  private final List<WorkerNews> told = new ArrayList<>();

  @Test
  void theShareIsToldTwiceASecondAtMost() {
    PlannedRun plan =
        new PlannedRun(List.of(new PlannedScale(64, 10), new PlannedScale(256, 10)), 0);
    try (ProgressDisplay progress =
        new ToldProgress(plan, told::add, () -> milliseconds.get() * 1_000_000)) {
      iterate(progress, 499, 1, 8, 1);
      assertThat(told).isEmpty();
      iterate(progress, 1, 1, 8, 2);
      // 128 of 640 + 2560 pixels.
      assertThat(told).containsExactly(WorkerNews.painting(0.04));
      iterate(progress, 499, 1, 8, 3);
      assertThat(told).hasSize(1);
      iterate(progress, 5000, 2, 16, 10);
      assertThat(told).hasSize(2).last().isEqualTo(WorkerNews.painting(1));
      iterate(progress, 0, 2, 16, 10);
    }
    assertThat(told).hasSize(2);
  }

  private void iterate(ProgressDisplay progress, long later, int scale, int side, int iteration) {
    milliseconds.addAndGet(later);
    progress.iterated(
        new Iteration(scale, 2, side, side, iteration, 10, iteration, 0.5, Map.of(), 1));
  }
}
