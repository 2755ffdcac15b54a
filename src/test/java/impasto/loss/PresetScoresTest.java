package impasto.loss;

import impasto.loss.ScoreFixture.Case;
import impasto.net.Reference;
import impasto.torch.TestEngine;
import impasto.torch.TorchRuntime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PresetScoresTest {
  private final TorchRuntime runtime = TestEngine.start();

  @AfterEach
  void close() {
    runtime.close();
  }

  static List<Case> cases() {
    return ScoreFixture.read("score.json").cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void termsAndGradientsOfSlimNetworksAreThoseOfPyTorch(Case expected) {
    PresetScores.assertReproduced(
        runtime, Reference.weights(Reference.path(expected.network())), expected, 1e-5);
  }
}
