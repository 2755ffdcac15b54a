package impasto.models;

import java.util.Arrays;
import java.util.List;

/**
 * Where the elements of a tensor lie in a flat array, as PyTorch's strides have it.
 *
 * @param shape the length of each axis, outermost first
 * @param offset the index of the first element
 * @param strides the distance between neighbours along each axis, in elements
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared or changed.
record TensorLayout(int[] shape, long offset, long[] strides) {
  static final int MAX_RANK = 32;

  /**
   * The shape a file gives, checked.
   *
   * @throws MalformedFileException if an axis is negative, or axes or elements are too many
   */
  static int[] shape(String tensor, List<Long> axes) throws MalformedFileException {
    if (axes.size() > MAX_RANK) {
      throw new MalformedFileException("gives '" + tensor + "' " + axes.size() + " axes");
    }
    long count = 1;
    for (long axis : axes) {
      count = axis < 0 || axis > Integer.MAX_VALUE ? -1 : count * axis;
      if (count < 0 || count > Integer.MAX_VALUE) {
        throw new MalformedFileException("gives '" + tensor + "' the impossible shape " + axes);
      }
    }
    return axes.stream().mapToInt(Long::intValue).toArray();
  }

  /** A layout without gaps whose last axis varies fastest, as in C. */
  static TensorLayout rowMajor(int... shape) {
    long[] strides = new long[shape.length];
    long stride = 1;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= Math.max(1, shape[axis]);
    }
    return new TensorLayout(shape, 0, strides);
  }

  /** A layout without gaps whose first axis varies fastest, as in Fortran. */
  static TensorLayout columnMajor(int... shape) {
    long[] strides = new long[shape.length];
    long stride = 1;
    for (int axis = 0; axis < shape.length; axis++) {
      strides[axis] = stride;
      stride *= Math.max(1, shape[axis]);
    }
    return new TensorLayout(shape, 0, strides);
  }

  /** How many elements the tensor has. */
  int count() {
    int count = 1;
    for (int length : shape) {
      count *= length;
    }
    return count;
  }

  /**
   * Whether every element lies in an array of {@code size} elements, each in a place it can own.
   */
  boolean fits(long size) {
    if (offset < 0 || offset > size || count() > size - offset) {
      return false;
    }
    long last = offset;
    for (int axis = 0; axis < shape.length && count() > 0; axis++) {
      long room = size - 1 - last;
      if (strides[axis] < 0 || (shape[axis] > 1 && strides[axis] > room / (shape[axis] - 1))) {
        return false;
      }
      last += (shape[axis] - 1) * (shape[axis] > 1 ? strides[axis] : 0);
    }
    return true;
  }

  /** One more than the index of the last element. */
  long end() {
    if (count() == 0) {
      return offset;
    }
    long last = offset;
    for (int axis = 0; axis < shape.length; axis++) {
      last += (shape[axis] - 1) * strides[axis];
    }
    return last + 1;
  }

  /**
   * The elements in row-major order.
   *
   * @param from a part of the flat array that holds all of them; returned as it is if it holds
   *     nothing else, in order
   * @param start where in the flat array that part begins
   */
  float[] gather(float[] from, long start) {
    int count = count();
    if (offset == start && count == from.length && isRowMajor()) {
      return from;
    }
    float[] values = new float[count];
    int[] index = new int[shape.length];
    long at = offset - start;
    for (int i = 0; i < count; i++) {
      values[i] = from[(int) at];
      for (int axis = shape.length - 1; axis >= 0; axis--) {
        if (++index[axis] < shape[axis]) {
          at += strides[axis];
          break;
        }
        at -= (shape[axis] - 1) * strides[axis];
        index[axis] = 0;
      }
    }
    return values;
  }

  private boolean isRowMajor() {
    return Arrays.equals(strides, rowMajor(shape).strides);
  }
}
