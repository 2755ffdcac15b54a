package impasto.transfer;

import ai.djl.ndarray.NDArray;
import impasto.optim.OptimizerState;
import impasto.torch.ComputationException;
import java.util.Optional;

/** Keeps the picture of the lowest loss, since not every optimiser goes down only. */
final class Best implements AutoCloseable {
  private double value = Double.POSITIVE_INFINITY;
  private Optional<NDArray> x = Optional.empty();

  /**
   * Looks at a state and keeps a copy of its picture if it is the best.
   *
   * @return false if its loss is not finite
   * @throws ComputationException if it is not and there is nothing to fall back on
   */
  boolean offer(OptimizerState state) {
    if (!Double.isFinite(state.value())) {
      if (x.isEmpty()) {
        throw new ComputationException(
            "the loss of the start is "
                + state.value()
                + ": try --precision float32, or smaller weights");
      }
      return false;
    }
    if (state.value() < value) {
      close();
      value = state.value();
      x = Optional.of(state.x().duplicate());
    }
    return true;
  }

  /** The best picture; empty before the first offer. */
  Optional<NDArray> x() {
    return x;
  }

  @Override
  public void close() {
    x.ifPresent(NDArray::close);
    x = Optional.empty();
  }
}
