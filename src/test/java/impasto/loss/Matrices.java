package impasto.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import impasto.net.FeatureMap;
import impasto.torch.TestEngine;
import java.util.Random;

/** Small feature maps in float64. */
final class Matrices {
  private Matrices() {}

  /** A map of one position a row. */
  static FeatureMap map(NDManager manager, double[]... rows) {
    return FeatureMap.of("relu1_1", matrix(manager, rows));
  }

  static NDArray matrix(NDManager manager, double[]... rows) {
    double[] values = new double[rows.length * rows[0].length];
    for (int i = 0; i < values.length; i++) {
      values[i] = rows[i / rows[0].length][i % rows[0].length];
    }
    return TestEngine.tensor(manager, new Shape(rows.length, rows[0].length), values);
  }

  /** Seeded numbers between -1 and 1. */
  static NDArray noise(NDManager manager, long seed, long... shape) {
    Shape size = new Shape(shape);
    return TestEngine.tensor(manager, size, new Random(seed).doubles(size.size(), -1, 1).toArray());
  }

  /** The weights of as many positions. */
  static PositionWeights weights(NDManager manager, double... values) {
    return PositionWeights.of(TestEngine.tensor(manager, new Shape(values.length, 1), values));
  }

  static double[] row(double... values) {
    return values;
  }
}
