package impasto.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepTest {

  @Test
  void valuesArePartedByCommasOrBySemicolons() {
    assertThat(Sweep.parse("--style-weight=100,1000"))
        .isEqualTo(new Sweep("style-weight", List.of("100", "1000")));
    assertThat(Sweep.parse("iterations=100; 200,100"))
        .isEqualTo(new Sweep("iterations", List.of("100", "200,100")));
    assertThat(Sweep.parse("init=a=b.png").values()).containsExactly("a=b.png");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "style-weight | is no option with values",
        "=1,2 | is no option with values",
        "---seed=1 | is no option with values",
        "seed= | has an empty value",
        "seed=1,,2 | has an empty value",
        "seed=1,2,1 | has the value 1 twice"
      })
  void anythingElseIsRefused(String text, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sweep.parse(text))
        .withMessageStartingWith("'" + text + "' " + reason);
  }

  @Test
  void theFirstOptionOfAGridVariesSlowest() {
    List<Map<String, String>> grid =
        Sweep.grid(List.of(Sweep.parse("size=256,512"), Sweep.parse("seed=1,2")));

    assertThat(grid)
        .extracting(Object::toString)
        .containsExactly(
            "{size=256, seed=1}", "{size=256, seed=2}", "{size=512, seed=1}", "{size=512, seed=2}");
    assertThat(Sweep.grid(List.of())).containsExactly(Map.of());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sweep.grid(List.of(Sweep.parse("seed=1"), Sweep.parse("seed=2"))))
        .withMessageContaining("seed are given twice");
  }
}
