package impasto.transfer;

import ai.djl.ndarray.NDArray;
import impasto.optim.OptimizerState;
import java.util.Optional;

/** Keeps the picture of the lowest loss, since not every optimiser goes down only. */
final class Best implements AutoCloseable {
  private double value = Double.POSITIVE_INFINITY;
  private Optional<NDArray> x = Optional.empty();

  /** Nothing yet. */
  Best() {}

  /**
   * What another has kept.
   *
   * @param value the loss
   * @param x the picture, which this owns from now on
   */
  Best(double value, NDArray x) {
    this.value = value;
    this.x = Optional.of(x);
  }

  /** Looks at a state and keeps a copy of its picture if it is the best. */
  void offer(OptimizerState state) {
    if (state.value() < value) {
      // Copied before the old one goes: there may be no memory for it.
      NDArray copy = state.result().duplicate();
      close();
      value = state.value();
      x = Optional.of(copy);
    }
  }

  /** Keeps the picture but forgets its loss, which the next offer sets anew. */
  void reappraise() {
    value = Double.POSITIVE_INFINITY;
  }

  /** The lowest loss; infinite before the first offer. */
  double value() {
    return value;
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
