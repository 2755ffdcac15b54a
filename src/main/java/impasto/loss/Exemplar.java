package impasto.loss;

import ai.djl.ndarray.NDArray;
import java.util.Optional;

/**
 * A photo or a painting that a picture is held to.
 *
 * @param picture 1 x 3 x H x W; its transparent parts should have a colour that tells nothing,
 *     since layers look beyond the edge of what is visible
 * @param visibility how much each pixel counts, H x W, from 0 to 1, of the picture's number format;
 *     empty if all count alike
 */
public record Exemplar(NDArray picture, Optional<NDArray> visibility) {

  /** A picture all of which counts. */
  public static Exemplar opaque(NDArray picture) {
    return new Exemplar(picture, Optional.empty());
  }
}
