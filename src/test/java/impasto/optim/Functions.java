package impasto.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import impasto.torch.Evaluation;
import impasto.torch.Objective;
import impasto.torch.TestEngine;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;

/** Functions of a few numbers, in float64. */
final class Functions {
  private Functions() {}

  /**
   * An objective of a function in plain Java.
   *
   * @param function takes the point and an array of zeros to fill with the gradient; gives the
   *     value
   */
  static Objective of(ToDoubleBiFunction<double[], double[]> function) {
    return x -> {
      double[] point = x.toDoubleArray();
      double[] gradient = new double[point.length];
      double value = function.applyAsDouble(point, gradient);
      return new Evaluation(
          value, TestEngine.tensor(x.getManager(), x.getShape(), gradient), Map.of("f", value));
    };
  }

  /** Rosenbrock's valley, (1 - x)^2 + 100 (y - x^2)^2. */
  static double rosenbrock(double[] x, double[] gradient) {
    double valley = x[1] - x[0] * x[0];
    gradient[0] = -2 * (1 - x[0]) - 400 * x[0] * valley;
    gradient[1] = 200 * valley;
    return (1 - x[0]) * (1 - x[0]) + 100 * valley * valley;
  }

  /** The start of an optimisation. */
  static OptimizerState start(NDManager manager, double... x) {
    return OptimizerState.at(TestEngine.tensor(manager, new Shape(x.length), x));
  }

  /** The point of a state. */
  static double[] point(OptimizerState state) {
    NDArray x = state.x();
    return x.toDoubleArray();
  }
}
