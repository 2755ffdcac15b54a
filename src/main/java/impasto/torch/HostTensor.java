package impasto.torch;

import java.util.Arrays;

/** A dense float32 tensor on the Java heap, row-major. */
public final class HostTensor {
  private final int[] shape;
  private final float[] values;

  /**
   * Wraps values; neither array is copied.
   *
   * @param shape the length of each axis, outermost first; empty for a scalar
   * @param values the elements, as many as the product of the shape
   * @throws IllegalArgumentException if an axis is negative or the number of values is another than
   *     the shape asks for
   */
  public HostTensor(int[] shape, float[] values) {
    long count = 1;
    for (int length : shape) {
      if (length < 0) {
        throw new IllegalArgumentException("negative axis in shape " + Arrays.toString(shape));
      }
      count = Math.multiplyExact(count, length);
    }
    if (count != values.length) {
      throw new IllegalArgumentException(
          values.length + " values for shape " + Arrays.toString(shape));
    }
    this.shape = shape;
    this.values = values;
  }

  /** The length of each axis, outermost first; not a copy. */
  public int[] shape() {
    return shape;
  }

  /** The elements; not a copy. */
  public float[] values() {
    return values;
  }
}
