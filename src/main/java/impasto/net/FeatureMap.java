package impasto.net;

import ai.djl.ndarray.NDArray;

/**
 * The output of one layer for one picture.
 *
 * @param layer the layer's name
 * @param matrix positions x channels, row by row of the picture: F transposed, where the papers
 *     write F as channels x positions
 */
public record FeatureMap(String layer, NDArray matrix) {

  /** The number of positions, N = H * W. */
  public long positions() {
    return matrix.getShape().get(0);
  }

  /** The number of channels, C. */
  public long channels() {
    return matrix.getShape().get(1);
  }
}
