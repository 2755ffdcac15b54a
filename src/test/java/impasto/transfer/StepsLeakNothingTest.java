package impasto.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import impasto.config.OptimizerConfig;
import impasto.config.OptimizerConfig.Lbfgs;
import impasto.config.OptimizerConfig.Preconditioner;
import impasto.config.OptimizerConfig.StepRule;
import impasto.config.Preset;
import impasto.config.TransferConfig;
import impasto.image.Picture;
import impasto.image.Size;
import impasto.loss.PictureObjective;
import impasto.optim.Optimizer;
import impasto.optim.OptimizerState;
import impasto.optim.Optimizers;
import impasto.torch.TestEngine;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing is collected by Java's garbage collector: each step must free what it made. */
class StepsLeakNothingTest {
  private final Studio studio = new Studio();

  @AfterEach
  void close() {
    studio.close();
  }

  static List<OptimizerConfig> optimizers() {
    return List.of(
        new OptimizerConfig.Adam(0.02, 0.9, 0.99, 1e-8, true, 0),
        new Lbfgs(1, 3, StepRule.FIXED, true),
        new Lbfgs(1, 3, StepRule.SAFEGUARDED, Preconditioner.MULTILEVEL, true));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void asManyTensorsAreAliveAfterFiftyEvaluationsAsAfterFive(OptimizerConfig optimizer) {
    // With total variation, so that every loss takes part.
    TransferConfig recipe = Preset.NEURAL_STYLE.config();
    NDManager manager = studio.runtime.manager();
    ScaledObjective scaled =
        new ScaledObjective(studio.workshop.network(studio.weights, recipe), recipe);
    try (Optimizer steps = Optimizers.of(manager, optimizer, recipe.objective().range())) {
      PictureObjective objective =
          scaled.at(
              new Scale(
                  studio.content, List.of(new Scale.Painting(studio.style, Size.of(studio.style)))),
              manager);
      OptimizerState state = OptimizerState.at(scaled.tensor(manager, studio.content));
      int afterFive = 0;
      for (int i = 1; i <= 50; i++) {
        OptimizerState next = steps.step(state, objective);
        state.release(next);
        state = next;
        // The optimiser's own memory grows until its history is full.
        int others = TestEngine.arrays(manager) - state.tensors().size();
        afterFive = i == 5 ? others : afterFive;
        if (i > 5) {
          assertThat(others).as("evaluation %s", i).isEqualTo(afterFive);
        }
      }
    }
  }

  @Test
  void noTensorsStayOfATransparentPicture() {
    TransferConfig recipe = Preset.IMPASTO.config();
    NDManager manager = studio.runtime.manager();
    float[] alpha = new float[studio.content.width() * studio.content.height()];
    Arrays.fill(alpha, 0.5f);
    Picture content =
        new Picture(
            studio.content.width(),
            studio.content.height(),
            studio.content.rgb(),
            Optional.of(alpha));
    ScaledObjective scaled =
        new ScaledObjective(studio.workshop.network(studio.weights, recipe), recipe);
    PictureObjective objective =
        scaled.at(
            new Scale(content, List.of(new Scale.Painting(studio.style, Size.of(studio.style)))),
            manager);
    try (NDArray x = scaled.tensor(manager, content)) {
      int before = TestEngine.arrays(manager);
      objective.evaluate(x).gradient().close();
      assertThat(TestEngine.arrays(manager)).isEqualTo(before);
    }
  }
}
