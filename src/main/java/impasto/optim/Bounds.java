package impasto.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * The range that a point is kept in.
 *
 * @param low the smallest value, may be infinite
 * @param high the largest value, may be infinite
 */
public record Bounds(double low, double high) {
  /** No bounds. */
  public static final Bounds NONE = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

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
