package impasto.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import impasto.config.CoarseNetwork;
import impasto.image.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  /** Work of 1000 and of 3000 pixels. */
  private static final List<Plan.Rung> RUNGS = List.of(rung(10, 10), rung(20, 10, 15));

  @Test
  void withoutALimitThereIsNoEnd() {
    assertThat(new Schedule(RUNGS, 0).endOf(0, 0, 5)).isInfinite();
  }

  @Test
  void timeIsDividedByTheWorkThatIsLeft() {
    Schedule schedule = new Schedule(RUNGS, 44);
    assertThat(schedule.endOf(0, 0, 4)).isCloseTo(14, within(1e-9));
    // Half of the first scale is done: 500 pixels of 3500.
    assertThat(schedule.endOf(0, 5, 9)).isCloseTo(14, within(1e-9));
    assertThat(schedule.endOf(1, 0, 12)).isCloseTo(44, within(1e-9));
  }

  @Test
  void noTimeIsLeftAfterTheLimit() {
    assertThat(new Schedule(RUNGS, 44).endOf(1, 0, 50)).isEqualTo(50);
    assertThat(new Schedule(RUNGS, 44).endOf(1, 15, 50)).isEqualTo(50);
  }

  private static Plan.Rung rung(int side, int iterations) {
    return rung(side, side, iterations);
  }

  private static Plan.Rung rung(int width, int height, int iterations) {
    return new Plan.Rung(new Size(width, height), List.of(), iterations, CoarseNetwork.SAME);
  }
}
