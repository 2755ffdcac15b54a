package impasto.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SharesTest {

  @Test
  void withoutABlendAllPaintingsShareAlike() {
    assertThat(shares(List.of(), 4)).containsExactly(0.25, 0.25, 0.25, 0.25);
  }

  @Test
  void sharesAreNormalisedToASumOfOne() {
    assertThat(shares(List.of(3.0, 1.0, 0.0), 3)).containsExactly(0.75, 0.25, 0.0);
  }

  @Test
  void thereMustBeAShareForEachPainting() {
    assertThatThrownBy(() -> shares(List.of(1.0, 2.0), 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the style blend has 2 shares for 3 style pictures");
  }

  private static List<Double> shares(List<Double> blend, int styles) {
    return Shares.of(Recipes.withStyles(Recipes.quick(1), blend, 1), styles);
  }
}
