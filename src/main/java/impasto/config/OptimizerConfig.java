package impasto.config;

/** How the picture moves downhill. */
public sealed interface OptimizerConfig {

  /** The step length, in the units of the picture for Adam, a factor of the step for L-BFGS. */
  double learningRate();

  /**
   * The same with another learning rate.
   *
   * @param factor of the learning rate, above 0
   */
  OptimizerConfig shortened(double factor);

  /** Whether the picture is clamped to black and white after each step. */
  boolean clamp();

  /** How L-BFGS turns a direction into a step. */
  enum StepRule {
    /**
     * The whole direction times the learning rate, unseen, as PyTorch without a line search; with a
     * preconditioner, but for the first step, which is PyTorch's without one only.
     */
    FIXED,
    /** Only a step that lowers the objective; else a shorter one, at last along the gradient. */
    SAFEGUARDED
  }

  /** What L-BFGS takes for the inverse of the Hessian where its history says nothing. */
  enum Preconditioner {
    /** The identity over the curvature along the last step, as L-BFGS usually does. */
    NONE,
    /** The same on a pyramid of resolutions, so that what is broad moves further. */
    MULTILEVEL
  }

  /**
   * Limited-memory BFGS.
   *
   * @param learningRate factor of the step, above 0
   * @param historySize pairs remembered, at least 1
   * @param rule how a direction becomes a step
   * @param preconditioner the inverse Hessian where the history says nothing
   * @param clamp whether the picture is clamped after each step
   */
  record Lbfgs(
      double learningRate,
      int historySize,
      StepRule rule,
      Preconditioner preconditioner,
      boolean clamp)
      implements OptimizerConfig {

    /** Without a preconditioner. */
    public Lbfgs(double learningRate, int historySize, StepRule rule, boolean clamp) {
      this(learningRate, historySize, rule, Preconditioner.NONE, clamp);
    }

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public Lbfgs {
      Checks.positive("the learning rate", learningRate);
      Checks.atLeast("the history size", 1, historySize);
    }

    @Override
    public Lbfgs shortened(double factor) {
      return new Lbfgs(learningRate * factor, historySize, rule, preconditioner, clamp);
    }
  }

  /**
   * Adam (Kingma and Ba 2015), as PyTorch defines it.
   *
   * @param learningRate step length in the units of the picture, above 0
   * @param beta1 decay of the mean gradient, at least 0 and less than 1
   * @param beta2 decay of the mean square, at least 0 and less than 1
   * @param epsilon added to the root of the mean square
   * @param clamp whether the picture is clamped after each step
   * @param averaging decay of the running average of the points, which is the result (Polyak and
   *     Juditsky 1992), at least 0 and less than 1; 0 for the last step alone
   */
  record Adam(
      double learningRate,
      double beta1,
      double beta2,
      double epsilon,
      boolean clamp,
      double averaging)
      implements OptimizerConfig {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public Adam {
      Checks.positive("the learning rate", learningRate);
      Checks.fraction("beta1", beta1);
      Checks.fraction("beta2", beta2);
      Checks.notNegative("epsilon", epsilon);
      Checks.fraction("the decay of the average", averaging);
    }

    @Override
    public Adam shortened(double factor) {
      return new Adam(learningRate * factor, beta1, beta2, epsilon, clamp, averaging);
    }
  }
}
