package impasto.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {
  @Test
  void theMedianIsTheMiddleOrTheMeanOfTheTwoInTheMiddle() {
    assertThat(Rounds.median(List.of(5.0, 1.0, 3.0))).isEqualTo(3);
    assertThat(Rounds.median(List.of(4.0, 1.0, 8.0, 2.0))).isEqualTo(3);
    assertThat(Rounds.median(List.of(7.0))).isEqualTo(7);
  }
}
