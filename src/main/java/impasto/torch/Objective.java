package impasto.torch;

import ai.djl.ndarray.NDArray;

/** A differentiable function of one tensor. */
@FunctionalInterface
public interface Objective {

  /**
   * Evaluates the function and its gradient.
   *
   * @param x the point; read only
   * @return value and gradient; the gradient is attached to the manager of {@code x} and belongs to
   *     the caller
   */
  Evaluation evaluate(NDArray x);
}
