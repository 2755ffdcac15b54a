package impasto.transfer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import impasto.optim.Optimizer;
import impasto.optim.OptimizerState;
import java.util.Map;
import java.util.Optional;

/**
 * An optimiser at work on one loss: where it stands, and who watches. When the loss changes, or the
 * optimiser begins anew, another takes its place.
 */
final class Descent implements AutoCloseable {
  private final Optimizer optimizer;
  private final Watchdog watchdog;
  private final NDManager targets;
  private final Optional<LeftOut> leftOut;
  private OptimizerState state;

  /**
   * @param state where to begin
   * @param optimizer the way down, which this owns from now on
   * @param watchdog around the loss
   * @param targets what the loss keeps on the device, which this owns from now on
   * @param leftOut what the loss leaves out of the objective
   */
  Descent(
      OptimizerState state,
      Optimizer optimizer,
      Watchdog watchdog,
      NDManager targets,
      Optional<LeftOut> leftOut) {
    this.state = state;
    this.optimizer = optimizer;
    this.watchdog = watchdog;
    this.targets = targets;
    this.leftOut = leftOut;
  }

  /**
   * Evaluates the loss once.
   *
   * @param lowest the lowest loss of the scale so far
   * @return what is wrong with the step, if anything
   */
  Optional<String> step(double lowest) {
    OptimizerState before = state;
    OptimizerState after = optimizer.step(before, watchdog);
    Optional<String> trouble = watchdog.trouble(before, after, lowest);
    before.release(after);
    state = after;
    leftOut.ifPresent(it -> it.follow(after));
    return trouble;
  }

  OptimizerState state() {
    return state;
  }

  /** The terms of the objective that the loss leaves out, by name. */
  Map<String, Double> leftOut() {
    return leftOut.map(LeftOut::terms).orElseGet(Map::of);
  }

  Watchdog watchdog() {
    return watchdog;
  }

  /** The start on a loss that is much like this one, from a point that the start owns. */
  OptimizerState turned(NDArray x) {
    return optimizer.turned(state, x);
  }

  /** Makes room for a successor, which begins with this state. */
  void leaveFor(OptimizerState successor) {
    state.release(successor);
    state = successor;
    close();
  }

  @Override
  public void close() {
    optimizer.close();
    targets.close();
  }
}
