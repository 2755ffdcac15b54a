package impasto.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Optional;

/**
 * The range that a point is kept in.
 *
 * @param low the smallest value, may be infinite
 * @param high the largest value, may be infinite
 */
public record Bounds(double low, double high) {
  /** No bounds. */
  public static final Bounds NONE = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /**
   * Where a point may move against a gradient: 1, and 0 at a bound that it would be pushed out of
   * (the free variables of a projected method; Bertsekas, <i>Projected Newton Methods for
   * Optimization Problems with Simple Constraints</i>, 1982).
   *
   * @param x the point, within the bounds
   * @param gradient of the objective there
   * @return a new array of the point's number format; empty if there are no bounds
   */
  Optional<NDArray> free(NDArray x, NDArray gradient) {
    if (equals(NONE)) {
      return Optional.empty();
    }
    NDManager owner = x.getManager();
    try (NDManager scope = owner.newSubManager()) {
      // Copies, so that what the operations leave behind is the scope's.
      NDArray point = x.duplicate();
      point.attach(scope);
      NDArray slope = gradient.duplicate();
      slope.attach(scope);
      NDArray pushedBelow = point.lte(low).logicalAnd(slope.gt(0));
      NDArray pushedAbove = point.gte(high).logicalAnd(slope.lt(0));
      NDArray free = pushedBelow.logicalOr(pushedAbove).logicalNot().toType(x.getDataType(), false);
      free.attach(owner);
      return Optional.of(free);
    }
  }

  /** The point within the bounds: the same array if there are none, else a new one in its place. */
  NDArray clamp(NDArray x) {
    if (equals(NONE)) {
      return x;
    }
    NDManager owner = x.getManager();
    // DJL leaves the bounds behind, as tensors of the point's manager.
    try (NDManager scope = owner.newSubManager()) {
      x.attach(scope);
      NDArray clamped = x.clip(low, high);
      clamped.attach(owner);
      return clamped;
    }
  }
}
