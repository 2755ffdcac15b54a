package impasto.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.assertj.core.api.Assumptions.assumeThat;

import impasto.image.Picture;
import impasto.loss.ScoreFixture;
import impasto.loss.ScoreFixture.Case;
import impasto.net.NetworkWeights;
import impasto.net.Reference;
import impasto.torch.TestEngine;
import impasto.torch.TorchRuntime;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Scores of the reference presets against PyTorch's. */
class ScorerTest {
  private final TorchRuntime runtime = TestEngine.start();

  @AfterEach
  void close() {
    runtime.close();
  }

  @Test
  void scoresOfSlimNetworksAreThoseOfPyTorch() {
    for (Case expected : ScoreFixture.read("score.json").cases()) {
      assertReproduced(Reference.weights(Reference.path(expected.network())), expected);
    }
    assertThat(TestEngine.arrays(runtime.manager())).isZero();
  }

  @Test
  @EnabledIfEnvironmentVariable(
      named = "IMPASTO_TEST_WEIGHTS",
      matches = ".+",
      disabledReason = "IMPASTO_TEST_WEIGHTS names no file of VGG19 weights in Caffe's convention")
  void scoresOfTheRealVgg19AreThoseOfPyTorch() {
    Path file = Path.of(System.getenv("IMPASTO_TEST_WEIGHTS"));
    ScoreFixture fixture = ScoreFixture.read("score_real.json");
    assumeThat(Reference.sha256(file))
        .as("SHA-256 of %s: the fixture is of other weights", file)
        .isEqualTo(fixture.weightsSha256());
    NetworkWeights weights = Reference.weights(file);

    fixture.cases().forEach(expected -> assertReproduced(weights, expected));
  }

  private void assertReproduced(NetworkWeights weights, Case expected) {
    Picture image = Reference.picture(expected.pictures().get("image"));

    Score score =
        Scorer.score(
            runtime,
            weights,
            expected.recipe().config(),
            Reference.picture(expected.pictures().get("content")),
            List.of(Reference.picture(expected.pictures().get("style"))),
            image);

    assertThat(score.width()).isEqualTo(image.width());
    assertThat(score.height()).isEqualTo(image.height());
    assertThat(score.loss())
        .as(expected.toString())
        .isCloseTo(expected.total(), withinPercentage(0.01));
    assertThat(score.terms()).containsOnlyKeys(expected.terms().keySet());
    expected
        .terms()
        .forEach(
            (name, term) ->
                assertThat(score.terms().get(name))
                    .as("%s of %s", name, expected)
                    .isCloseTo(term, withinPercentage(0.01)));
  }
}
