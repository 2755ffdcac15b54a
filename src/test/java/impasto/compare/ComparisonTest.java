package impasto.compare;

import static impasto.compare.CompareExamples.FALLING;
import static impasto.compare.CompareExamples.failed;
import static impasto.compare.CompareExamples.painted;
import static impasto.compare.CompareExamples.trial;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import impasto.config.Preset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final List<NamedRecipe> RECIPES =
      List.of(new NamedRecipe("old", Map.of()), new NamedRecipe("new", Map.of()));

  @Test
  void lossesAreRelativeToTheReferencesPictureOfTheSameRound() {
    Comparison comparison =
        of(
            Optional.empty(),
            painted(trial("old", "a", 64), 10, FALLING, 100),
            painted(trial("new", "a", 64), 6, FALLING, 50),
            painted(trial("old", "b", 64), 20, FALLING, 10),
            painted(trial("new", "b", 64), 8, FALLING, 20),
            painted(trial("new", "b", 96), 8, FALLING, 20));

    assertThat(comparison.pictures())
        .extracting(it -> it.loss().orElse(null))
        .containsExactly(1.0, 0.5, 1.0, 2.0, null);
    assertThat(comparison.pictures().get(1).terms()).containsEntry("style.relu1_1", 0.5);
    SummaryLine line = comparison.summary().get(1);
    assertThat(line.recipe()).isEqualTo("new");
    assertThat(line.loss().orElseThrow()).as("geometric mean").isCloseTo(1, within(1e-12));
    assertThat(line.seconds()).as("median").contains(7.0);
    assertThat(line.evaluations())
        .as("20 at a quarter of the pixels, an eighth each, and 10")
        .contains(10.625);
    assertThat(line.toBaseline()).as("no race without a baseline").isEmpty();
  }

  @Test
  void theRaceIsToTheBaselinesLowestLossWithAllThatCameBeforePainting() {
    Comparison comparison =
        of(
            Optional.of("old"),
            painted(trial("old", "a", 64), 10, FALLING, 100),
            painted(trial("new", "a", 64), 7, course(0.5, 6, 1, 3), 50));

    assertThat(comparison.pictures().get(1).secondsToBaseline()).contains(3 + 1.0);
    assertThat(comparison.pictures().get(1).ratioToBaseline()).contains(0.4);
    assertThat(comparison.summary().get(1).reached()).isEqualTo(1);
  }

  @Test
  void whoMinimisesSomethingElseOrNeverComesSoFarHasNoTime() {
    Comparison comparison =
        of(
            Optional.of("old"),
            painted(trial("old", "a", 64), 10, FALLING, 100),
            painted(trial("new", "a", 64), Preset.GATYS.config(), 7, course(1, 1, 2, 1), 50),
            painted(trial("old", "b", 64), 10, FALLING, 100),
            painted(trial("new", "b", 64), 7, course(1, 6, 2, 4.1), 50),
            painted(trial("new", "c", 64), 7, FALLING, 50));

    assertThat(comparison.pictures())
        .filteredOn(it -> it.result().trial().recipe().equals("new"))
        .allMatch(it -> it.ratioToBaseline().isEmpty());
  }

  @Test
  void whatFailedIsCountedAndLeavesTheOthersAlone() {
    Comparison comparison =
        of(
            Optional.of("old"),
            failed(trial("old", "a", 64)),
            painted(trial("new", "a", 64), 7, FALLING, 50));

    assertThat(comparison.summary())
        .extracting(SummaryLine::pictures, SummaryLine::missing)
        .containsExactly(tuple(0, 1), tuple(1, 0));
    assertThat(comparison.pictures().get(1).loss()).isEmpty();
    assertThat(SummaryText.of(comparison.summary()))
        .isEqualToNormalizingNewlines(
            """
            recipe  size  pictures  missing  seconds  evaluations  peak MB  noise
            old       64         0        1        -            -        -      -
            new       64         1        -      7.0         10.6      778  0.500
            """);
  }

  private static LastScale course(double... secondsAndLosses) {
    return new LastScale(
        List.of(
            new LastScale.Point(secondsAndLosses[0], secondsAndLosses[1]),
            new LastScale.Point(secondsAndLosses[2], secondsAndLosses[3])));
  }

  private static Comparison of(Optional<String> baseline, Result... results) {
    return new Comparison(RECIPES, baseline, List.of(results), Map.of());
  }
}
