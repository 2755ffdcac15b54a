package impasto.optim;

import ai.djl.ndarray.NDArray;
import impasto.torch.Objective;

/**
 * A way downhill. It holds settings only; everything that changes is in the {@link OptimizerState}.
 *
 * <p>Each step evaluates the objective exactly once.
 */
public interface Optimizer extends AutoCloseable {

  /**
   * Evaluates the objective once and goes on from there.
   *
   * @param state where to go on; unchanged, and none of its tensors is freed
   * @param objective the function to minimise
   * @return the next state, whose tensors are attached to the manager of {@code state.x()}
   */
  OptimizerState step(OptimizerState state, Objective objective);

  /**
   * The start on another objective that is much like the one so far, from the same size of picture.
   *
   * @param state what is known of the one so far
   * @param x the point, which the start owns from now on
   * @return nothing evaluated; it shares tensors with the state, whose point it does not keep
   */
  default OptimizerState turned(OptimizerState state, NDArray x) {
    return OptimizerState.at(x);
  }

  /** Frees what the optimiser keeps on the device; states are not affected. */
  @Override
  default void close() {}
}
