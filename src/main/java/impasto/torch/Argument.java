package impasto.torch;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * One argument of a {@link Program}'s method: a tensor or a list of tensors.
 *
 * @param arrays the tensors, one unless it is a list
 * @param list whether the method declares {@code List[Tensor]}
 */
public record Argument(List<NDArray> arrays, boolean list) {

  /** Copies the list; the tensors are shared. */
  public Argument {
    arrays = List.copyOf(arrays);
  }

  /** A {@code Tensor}. */
  public static Argument tensor(NDArray array) {
    return new Argument(List.of(array), false);
  }

  /** A {@code List[Tensor]}, which must not be empty: the engine tells lists by their elements. */
  public static Argument tensors(List<NDArray> arrays) {
    return new Argument(arrays, true);
  }
}
