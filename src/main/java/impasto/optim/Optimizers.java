package impasto.optim;

import ai.djl.ndarray.NDManager;
import impasto.config.OptimizerConfig;
import impasto.config.OptimizerConfig.Preconditioner;
import impasto.config.PixelRange;
import java.util.OptionalDouble;

/** Makes optimisers of their settings. */
public final class Optimizers {
  /** The first step of L-BFGS where it is not PyTorch's, root mean square, in units of white. */
  private static final double FIRST_STEP = 0.01;

  private Optimizers() {}

  /**
   * Makes an optimiser.
   *
   * @param manager tells the device
   * @param config the settings
   * @param range the units of the picture
   */
  public static Optimizer of(NDManager manager, OptimizerConfig config, PixelRange range) {
    Bounds bounds = config.clamp() ? new Bounds(0, range.white()) : Bounds.NONE;
    if (config instanceof OptimizerConfig.Adam adam) {
      return new Adam(
          adam.learningRate(),
          adam.beta1(),
          adam.beta2(),
          adam.epsilon(),
          bounds,
          adam.averaging());
    }
    OptimizerConfig.Lbfgs lbfgs = (OptimizerConfig.Lbfgs) config;
    double firstStep = FIRST_STEP * range.white();
    return switch (lbfgs.rule()) {
      case FIXED ->
          new FixedStepLbfgs(
              manager,
              lbfgs.learningRate(),
              lbfgs.historySize(),
              lbfgs.preconditioner(),
              lbfgs.preconditioner() == Preconditioner.NONE
                  ? OptionalDouble.empty()
                  : OptionalDouble.of(firstStep),
              bounds);
      case SAFEGUARDED ->
          new SafeguardedLbfgs(
              manager,
              lbfgs.learningRate(),
              lbfgs.historySize(),
              lbfgs.preconditioner(),
              firstStep,
              bounds);
    };
  }
}
