package impasto.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import impasto.config.OptimizerConfig.Preconditioner;
import impasto.torch.Evaluation;
import impasto.torch.Objective;
import java.util.List;
import java.util.OptionalDouble;

/**
 * L-BFGS that takes each step whole and unseen: PyTorch's {@code torch.optim.LBFGS} without a line
 * search and without its early stops. The first step goes along the negative gradient, times the
 * learning rate and min(1, 1 / |g|_1) as there, or the learning rate and a length that is asked
 * for.
 */
public final class FixedStepLbfgs extends Lbfgs {
  private final double learningRate;
  private final OptionalDouble firstStep;
  private final Bounds bounds;

  /**
   * @param manager tells the device
   * @param learningRate factor of each step
   * @param historySize pairs remembered
   * @param preconditioner the inverse Hessian where the history says nothing; MULTILEVEL takes
   *     pictures only, [1,C,H,W]
   * @param firstStep root mean square of the first step, in the units of x; PyTorch's if it is
   *     empty. That moves no pixel by as much as the precision of bfloat16 sees, so that the second
   *     step, whose length is guessed from the first, may go anywhere
   * @param bounds to which x is clamped after each step; what is remembered of the step is its
   *     unclamped length, as in PyTorch's tutorial, which clamps behind the optimiser's back
   */
  public FixedStepLbfgs(
      NDManager manager,
      double learningRate,
      int historySize,
      Preconditioner preconditioner,
      OptionalDouble firstStep,
      Bounds bounds) {
    super(manager, historySize, preconditioner);
    this.learningRate = learningRate;
    this.firstStep = firstStep;
    this.bounds = bounds;
  }

  @Override
  OptimizerState move(OptimizerState state, Objective objective) {
    List<Pair> history = history(state);
    NDArray gradient = state.tensors().get(GRADIENT);
    double length = history.isEmpty() ? unguided(gradient, state.evaluations()) : 1;
    NDArray step = direction(gradient, history).muli(learningRate * length);
    NDArray x = bounds.clamp(state.x().add(step));
    Evaluation evaluation = objective.evaluate(x);
    NDArray change = evaluation.gradient().sub(gradient);
    List<Pair> remembered = remember(history, new Pair(step, change));
    return withHistory(OptimizerState.builder(state), remembered)
        .point(x)
        .tensor(GRADIENT, evaluation.gradient())
        .evaluated(evaluation)
        .build();
  }

  /** The length of a step along the negative gradient, of which PyTorch shortens the first only. */
  private double unguided(NDArray gradient, long evaluations) {
    if (firstStep.isPresent()) {
      return lengthFor(gradient, firstStep.getAsDouble());
    }
    return evaluations == 1 ? firstStep(gradient) : 1;
  }

  private static double firstStep(NDArray gradient) {
    try (NDArray magnitudes = gradient.abs();
        NDArray ones = magnitudes.onesLike()) {
      return Math.min(1, 1 / dot(magnitudes, ones));
    }
  }
}
