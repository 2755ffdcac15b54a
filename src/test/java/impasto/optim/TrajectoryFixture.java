package impasto.optim;

import com.google.gson.Gson;
import impasto.net.Reference;
import impasto.torch.Objective;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/**
 * What {@code optim.py} wrote: how PyTorch's optimisers move.
 *
 * @param quadratic the numbers of 1/2 sum c (x - m)^2
 * @param runs the trajectories
 */
record TrajectoryFixture(Quadratic quadratic, List<Run> runs) {

  static TrajectoryFixture read() {
    return new Gson().fromJson(Reference.text("optim.json"), TrajectoryFixture.class);
  }

  /** The objective of a run. */
  Objective objective(Run run) {
    return Functions.of(run.function().equals("quadratic") ? quadratic : Functions::rosenbrock);
  }

  /** The numbers of a quadratic function. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared or changed.
  record Quadratic(double[] curvatures, double[] minimum)
      implements ToDoubleBiFunction<double[], double[]> {

    @Override
    public double applyAsDouble(double[] x, double[] gradient) {
      double value = 0;
      for (int i = 0; i < x.length; i++) {
        gradient[i] = curvatures[i] * (x[i] - minimum[i]);
        value += 0.5 * gradient[i] * (x[i] - minimum[i]);
      }
      return value;
    }
  }

  /** A trajectory: the start and where each step led, with the function's values. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared or changed.
  record Run(
      String function,
      String optimiser,
      double lr,
      int history,
      double[] betas,
      double eps,
      double[][] x,
      double[] f) {

    @Override
    public String toString() {
      return optimiser.equals("adam")
          ? "Adam, beta2 " + betas[1] + ", on " + function
          : "L-BFGS, history " + history + ", on " + function;
    }
  }
}
