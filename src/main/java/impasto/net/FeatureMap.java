package impasto.net;

import ai.djl.ndarray.NDArray;

/**
 * The output of one layer for one picture: a matrix F of positions x channels, row by row of the
 * picture, where the papers write F as channels x positions. It may be in a number format that Java
 * cannot touch, so a map does itself what losses need of it.
 */
public sealed interface FeatureMap permits FloatMap, HalfMap {

  /**
   * A map of numbers that Java can touch.
   *
   * @param layer the layer's name
   * @param matrix positions x channels, float32 or float64
   */
  static FeatureMap of(String layer, NDArray matrix) {
    return new FloatMap(layer, matrix);
  }

  /** The layer's name. */
  String layer();

  /** The number of positions, N = H * W. */
  long positions();

  /** The number of channels, C. */
  long channels();

  /** The map in float32, or float64 if that is its own format; only then it is no copy. */
  NDArray matrix();

  /** The sum of f f^T over positions, C x C: one matrix product. */
  NDArray secondMoments();

  /** The mean feature vector, 1 x C. */
  NDArray mean();

  /**
   * The gradient at the map of a loss on its moments, in the map's own format.
   *
   * @param slope C x C
   * @param shift 1 x C
   * @return F slope + shift, N x C
   */
  NDArray affine(NDArray slope, NDArray shift);

  /**
   * A gradient at the map in the map's own format.
   *
   * @param gradient N x C, in the format of {@link #matrix}
   * @return itself if the formats are one
   */
  NDArray own(NDArray gradient);
}
