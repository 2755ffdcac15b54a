package impasto.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import impasto.config.LadderConfig;
import impasto.config.OptimizerConfig.Adam;
import impasto.config.OptimizerConfig.Lbfgs;
import impasto.config.OptimizerConfig.Preconditioner;
import impasto.config.OptimizerConfig.StepRule;
import impasto.config.Preset;
import impasto.config.Quality;
import impasto.config.Start;
import impasto.config.TransferConfig;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class PaintingOptionsTest {
  @Test
  void withoutOptionsThePresetDecides() {
    for (Preset preset : Preset.values()) {
      assertThat(parse(preset)).isEqualTo(preset.config());
    }
  }

  @Test
  void fewerScalesTakeTheFirstOfThePresetsIterations() {
    assertThat(parse(Preset.IMPASTO, "--scales=1").ladder().iterations()).containsExactly(60);
    assertThat(parse(Preset.IMPASTO, "--scales=3").ladder().iterations())
        .containsExactly(60, 40, 30);
    assertThat(parse(Preset.IMPASTO, "--scales=9").ladder().iterations())
        .containsExactly(60, 40, 30, 15, 10);
  }

  @Test
  void whoAsksForFewIterationsGetsNoMoreAtTheEnd() {
    assertThat(parse(Preset.IMPASTO).ladder().finish()).isEqualTo(15);
    assertThat(parse(Preset.IMPASTO, "--iterations=300,5").ladder().finish()).isEqualTo(5);
    assertThat(parse(Preset.IMPASTO, "--iterations=300").ladder().finish()).isEqualTo(15);
    assertThat(parse(Preset.IMPASTO, "-n=5", "--finish-iterations=9").ladder().finish())
        .isEqualTo(9);
    assertThat(parse(Preset.GATYS, "--iterations=300").ladder().finish()).isZero();
  }

  @Test
  void thePhotosDetailIsOursUnlessAskedFor() {
    assertThat(parse(Preset.IMPASTO).ladder().detail()).isEqualTo(0.5);
    assertThat(parse(Preset.IMPASTO, "--content-detail=1").ladder().detail()).isEqualTo(1);
    assertThat(Preset.IMPASTO.config(Quality.DRAFT).ladder().detail()).isEqualTo(0.5);
    assertThat(parse(Preset.STYLE_TRANSFER_PYTORCH).ladder().detail()).isZero();
  }

  @Test
  void aSmallestSizeGivesAPresetOfOneScaleALadder() {
    LadderConfig ladder = parse(Preset.GATYS, "--min-size=128", "--size=512").ladder();
    assertThat(ladder.sizes(512)).containsExactly(128, 256, 512);
  }

  @Test
  void aSmallestSizeAboveTheSizeIsRefused() {
    assertThatThrownBy(() -> parse(Preset.IMPASTO, "--min-size=513"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("--min-size 513 is larger than --size 512");
    assertThat(parse(Preset.IMPASTO, "--size=original", "--min-size=513").ladder().size())
        .isEqualTo(LadderConfig.ORIGINAL);
  }

  @Test
  void adamMovesByTwoHundredthsOfWhite() {
    assertThat(((Adam) parse(Preset.IMPASTO, "--optimizer=adam").optimizer()).learningRate())
        .isEqualTo(0.02);
    assertThat(((Adam) parse(Preset.GATYS, "--optimizer=adam").optimizer()).learningRate())
        .isCloseTo(5.1, within(1e-9));
  }

  @Test
  void optionsOfLbfgsKeepThePresetsStepRule() {
    assertThat(parse(Preset.GATYS, "--lbfgs-history=7").optimizer())
        .isEqualTo(new Lbfgs(1, 7, StepRule.FIXED, false));
    assertThat(parse(Preset.GATYS, "--preconditioner=multilevel").optimizer())
        .isEqualTo(new Lbfgs(1, 100, StepRule.FIXED, Preconditioner.MULTILEVEL, false));
    assertThat(parse(Preset.IMPASTO, "--preconditioner=none").optimizer())
        .isEqualTo(new Lbfgs(1, 10, StepRule.SAFEGUARDED, Preconditioner.NONE, true));
  }

  @Test
  void anotherOptimizerThanThePresetsBeginsWithItsOwnDefaults() {
    assertThat(parse(Preset.STYLE_TRANSFER_PYTORCH, "--optimizer=lbfgs").optimizer())
        .isEqualTo(new Lbfgs(1, 10, StepRule.SAFEGUARDED, Preconditioner.MULTILEVEL, true));
    assertThat(parse(Preset.IMPASTO, "--optimizer=adam", "--averaging=0.9").optimizer())
        .isEqualTo(new Adam(0.02, 0.9, 0.99, 1e-8, true, 0.9));
  }

  @Test
  void whatIsOfTheOtherOptimizerIsRefused() {
    assertThatThrownBy(() -> parse(Preset.IMPASTO, "--averaging=0.9"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("--averaging", "L-BFGS", "--optimizer adam");
    assertThatThrownBy(() -> parse(Preset.IMPASTO, "--optimizer=adam", "--lbfgs-history=7"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("--lbfgs-history", "Adam", "--optimizer lbfgs");
    assertThatThrownBy(() -> parse(Preset.STYLE_TRANSFER_PYTORCH, "--preconditioner=none"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("--preconditioner", "Adam", "--optimizer lbfgs");
  }

  @Test
  void theStartIsContentNoiseOrAFile() {
    assertThat(parse(Preset.NEURAL_STYLE, "--init=content").start()).isEqualTo(new Start.Content());
    // neural-style's word for it.
    assertThat(parse(Preset.NEURAL_STYLE, "--init=image").start()).isEqualTo(new Start.Content());
    assertThat(parse(Preset.IMPASTO, "--init=random").start()).isEqualTo(new Start.Noise());
    assertThat(parse(Preset.IMPASTO, "--init=a.png").start())
        .isEqualTo(new Start.FromFile(Path.of("a.png")));
  }

  private static TransferConfig parse(Preset preset, String... options) {
    PaintingOptions painting = new PaintingOptions();
    CommandLine commandLine = new CommandLine(painting);
    Converters.register(commandLine);
    commandLine.parseArgs(options);
    return painting.toConfig(preset.config());
  }
}
