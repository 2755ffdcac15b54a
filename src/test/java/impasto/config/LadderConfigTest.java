package impasto.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LadderConfigTest {

  @Test
  void theLadderClimbsInStepsOfAboutTheSquareRootOfTwo() {
    // 128 * sqrt(2)^i, rounded.
    assertThat(halfOctaves(128).sizes(512)).containsExactly(128, 181, 256, 362, 512);
  }

  @Test
  void orInStepsOfAboutTwo() {
    assertThat(ladder(128, LadderConfig.OCTAVES).sizes(128)).containsExactly(128);
    assertThat(ladder(128, LadderConfig.OCTAVES).sizes(512)).containsExactly(128, 256, 512);
    // log2(600 / 128) = 2.229 octaves: two equal steps of 2^1.1144.
    assertThat(ladder(128, LadderConfig.OCTAVES).sizes(600)).containsExactly(128, 277, 600);
  }

  @Test
  void stepsAreStretchedToMeetTheSizeExactly() {
    // log2(700 / 128) = 2.451 octaves: five equal steps of 2^0.4902.
    assertThat(halfOctaves(128).sizes(700)).containsExactly(128, 180, 253, 355, 498, 700);
  }

  @Test
  void theNumberOfScalesCanBeAskedFor() {
    assertThat(ladder(128, 3).sizes(512)).containsExactly(128, 256, 512);
    assertThat(ladder(128, 1).sizes(512)).containsExactly(512);
  }

  @Test
  void aSizeBelowTheSmallestIsOneScale() {
    assertThat(halfOctaves(128).sizes(100)).containsExactly(100);
    assertThat(halfOctaves(128).sizes(128)).containsExactly(128);
    assertThat(ladder(128, 4).sizes(100)).containsExactly(100);
  }

  @Test
  void sizesNeverRepeatAndAlwaysRise() {
    assertThat(halfOctaves(128).sizes(129)).containsExactly(129);
    assertThat(ladder(128, 2).sizes(129)).containsExactly(128, 129);
    assertThat(ladder(2, 9).sizes(5)).containsExactly(2, 3, 4, 5);
    assertThat(halfOctaves(1).sizes(1)).containsExactly(1);
  }

  @Test
  void theLastNumberOfIterationsHoldsForTheScalesThatFollow() {
    LadderConfig ladder = new LadderConfig(512, 128, 4, List.of(30, 20));

    assertThat(ladder.iterationsAt(0)).isEqualTo(30);
    assertThat(ladder.iterationsAt(1)).isEqualTo(20);
    assertThat(ladder.iterationsAt(3)).isEqualTo(20);
  }

  @Test
  void numbersOutOfRangeAreRefused() {
    assertRefused(-1, 128, 0, List.of(1), "the size must be at least 0, not -1");
    assertRefused(512, 0, 0, List.of(1), "the smallest size must be at least 1, not 0");
    assertRefused(512, 128, -2, List.of(1), "the number of scales must be at least 0, not -2");
    assertRefused(512, 128, 0, List.of(), "there must be a number of iterations");
    assertRefused(512, 128, 0, List.of(5, 0), "iterations must be at least 1, not 0");
    assertRefused(512, 128, 2, List.of(1, 2, 3), "more numbers of iterations (3) than scales (2)");
  }

  @Test
  void theShareOfThePhotosDetailIsAtMostTheWhole() {
    for (double detail : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThatThrownBy(() -> new LadderConfig(512, 128, 1, List.of(1), 0, detail))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("the photo's detail must be between 0 and 1, not " + detail);
    }
  }

  private static void assertRefused(
      int size, int minSize, int scales, List<Integer> iterations, String message) {
    assertThatThrownBy(() -> new LadderConfig(size, minSize, scales, iterations))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private static LadderConfig halfOctaves(int minSize) {
    return ladder(minSize, LadderConfig.HALF_OCTAVES);
  }

  private static LadderConfig ladder(int minSize, int scales) {
    return new LadderConfig(LadderConfig.ORIGINAL, minSize, scales, List.of(1));
  }
}
