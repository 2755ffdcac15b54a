package impasto.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import impasto.batch.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrialsTest {
  private static final List<NamedRecipe> RECIPES =
      List.of(new NamedRecipe("a", Map.of()), new NamedRecipe("b/c", Map.of()));

  @Test
  void recipesTakeTurnsAndEachHasAFolder() {
    List<Trial.Pair> pairs = List.of(pair("sea.jpg", "night.png"));

    assertThat(Trials.of(RECIPES, pairs, List.of(64, 96), List.of()))
        .extracting(Trial::output)
        .containsExactly(
            "a/sea_night_64.png",
            "b-c/sea_night_64.png",
            "a/sea_night_96.png",
            "b-c/sea_night_96.png");
    assertThat(Trials.of(RECIPES.subList(0, 1), pairs, List.of(64), List.of(7L, 8L)))
        .extracting(Trial::output)
        .containsExactly("a/sea_night_64_seed7.png", "a/sea_night_64_seed8.png");
  }

  @Test
  void refusesTwoPicturesOfOneName() {
    List<Trial.Pair> pairs = List.of(pair("sea.jpg", "night.png"), pair("sea.png", "night.png"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Trials.of(RECIPES, pairs, List.of(64), List.of()))
        .withMessageContainingAll("sea.jpg", "sea.png", "a/sea_night_64.png", "rename");
  }

  private static Trial.Pair pair(String content, String style) {
    return new Trial.Pair(
        new Source(Path.of("photos", content), content), new Source(Path.of(style), style));
  }
}
