package impasto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTextTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 s",
    "59.4, 59 s",
    "59.6, 1:00 min",
    "187, 3:07 min",
    "3599.4, 59:59 min",
    "3900, 1:05 h",
    "360000, 100:00 h"
  })
  void durations(double seconds, String text) {
    assertThat(ProgressText.duration(seconds)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0.4, 2.5 it/s", "1, 1.0 it/s", "4, 4.0 s/it"})
  void paces(double seconds, String text) {
    assertThat(ProgressText.pace(seconds)).isEqualTo(text);
  }

  @Test
  void aBarIsAsWideAsItMayBeAndSaysWhatFits() {
    List<String> words = List.of("said at great length", "brief");
    assertThat(BarText.of(0.5, words, 38)).isEqualTo(" 50% [=====     ] said at great length");
    assertThat(BarText.of(0.5, words, 37)).isEqualTo(" 50% [============            ] brief");
    assertThat(BarText.of(1, words, 23)).isEqualTo("100% [==========] brief");
    assertThat(BarText.of(0.999, words, 12)).isEqualTo(" 99% brief  ");
    assertThat(BarText.of(0, words, 7)).isEqualTo("  0% br");
  }
}
