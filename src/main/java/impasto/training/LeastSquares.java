package impasto.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import impasto.torch.Argument;
import impasto.torch.Program;

/** Explains all channels of a feature map by some of them, by their second moments. */
final class LeastSquares implements AutoCloseable {
  /** Keeps channels that hardly differ from being balanced against each other. */
  private static final double RIDGE = 1e-4;

  private static final String TEXT =
      """
        def forward(self: __torch__.Net,
          a: Tensor,
          b: Tensor) -> List[Tensor]:
          return [torch.linalg_solve(a, b)]
      """;

  private final NDManager manager;
  private final Program program;

  LeastSquares(NDManager manager) {
    this.manager = manager;
    program = Program.compile(manager, TEXT);
  }

  /**
   * The matrix R that makes f_chosen R as near to f as can be, in the mean square over positions.
   *
   * @param second the mean of f f^T, C x C
   * @param chosen numbers of channels
   * @return R, as many rows as chosen channels, C columns
   */
  double[][] explain(double[][] second, int[] chosen) {
    int rows = chosen.length;
    int columns = second.length;
    double[] left = new double[rows * rows];
    double[] right = new double[rows * columns];
    double trace = 0;
    for (int i = 0; i < rows; i++) {
      trace += second[chosen[i]][chosen[i]];
      System.arraycopy(second[chosen[i]], 0, right, i * columns, columns);
      for (int j = 0; j < rows; j++) {
        left[i * rows + j] = second[chosen[i]][chosen[j]];
      }
    }
    for (int i = 0; i < rows; i++) {
      left[i * rows + i] += RIDGE * trace / rows;
    }
    double[] solution;
    try (NDManager scope = manager.newSubManager()) {
      NDArray a = scope.create(left, new Shape(rows, rows));
      NDArray b = scope.create(right, new Shape(rows, columns));
      solution =
          program
              .call(scope, "forward", Argument.tensor(a), Argument.tensor(b))
              .get(0)
              .toDoubleArray();
    }
    double[][] matrix = new double[rows][columns];
    for (int i = 0; i < rows; i++) {
      System.arraycopy(solution, i * columns, matrix[i], 0, columns);
    }
    return matrix;
  }

  @Override
  public void close() {
    program.close();
  }
}
