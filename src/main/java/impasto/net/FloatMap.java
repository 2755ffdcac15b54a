package impasto.net;

import ai.djl.ndarray.NDArray;

/** A map of numbers that Java can touch. */
record FloatMap(String layer, NDArray matrix) implements FeatureMap {

  @Override
  public long positions() {
    return matrix.getShape().get(0);
  }

  @Override
  public long channels() {
    return matrix.getShape().get(1);
  }

  @Override
  public NDArray secondMoments() {
    try (NDArray transposed = matrix.transpose()) {
      return transposed.matMul(matrix);
    }
  }

  @Override
  public NDArray mean() {
    return matrix.mean(new int[] {0}, true);
  }

  @Override
  public NDArray affine(NDArray slope, NDArray shift) {
    return matrix.matMul(slope).addi(shift);
  }

  @Override
  public NDArray own(NDArray gradient) {
    return gradient;
  }
}
