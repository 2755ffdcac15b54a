package impasto.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import impasto.loss.ScoreFixture.Case;
import impasto.net.NetworkWeights;
import impasto.net.Reference;
import impasto.torch.TestEngine;
import impasto.torch.TorchRuntime;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(
    named = "IMPASTO_TEST_WEIGHTS",
    matches = ".+",
    disabledReason = "IMPASTO_TEST_WEIGHTS names no file of VGG19 weights in Caffe's convention")
class RealScoresTest {
  private final TorchRuntime runtime = TestEngine.start();

  @AfterEach
  void close() {
    runtime.close();
  }

  @Test
  void termsAndGradientsOfTheRealVgg19AreThoseOfPyTorch() {
    Path file = Path.of(System.getenv("IMPASTO_TEST_WEIGHTS"));
    ScoreFixture fixture = ScoreFixture.read("score_real.json");
    assumeThat(Reference.sha256(file))
        .as("SHA-256 of %s: the fixture is of other weights", file)
        .isEqualTo(fixture.weightsSha256());
    NetworkWeights weights = Reference.weights(file);

    assertThat(fixture.cases()).hasSize(2);
    for (Case expected : fixture.cases()) {
      // In float32 a few of millions of rectifiers and maxima switch, which the gradient feels.
      PresetScores.assertReproduced(runtime, weights, expected, 1e-3);
    }
  }
}
