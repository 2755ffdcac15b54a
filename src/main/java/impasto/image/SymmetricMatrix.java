package impasto.image;

import java.util.function.DoubleUnaryOperator;

/**
 * Functions of a small symmetric matrix by its eigenvalues, which Jacobi's rotations find (Golub
 * and Van Loan, <i>Matrix Computations</i>, section 8.5).
 */
final class SymmetricMatrix {
  /** Convergence is quadratic: a 3 x 3 matrix is diagonal to rounding after five or six. */
  private static final int SWEEPS = 20;

  private SymmetricMatrix() {}

  /**
   * The matrix with the same eigenvectors and other eigenvalues.
   *
   * @param matrix square and symmetric
   * @param function gives the new eigenvalue by the old
   */
  static double[][] map(double[][] matrix, DoubleUnaryOperator function) {
    int n = matrix.length;
    double[][] diagonal = new double[n][];
    double[][] vectors = new double[n][n];
    for (int i = 0; i < n; i++) {
      diagonal[i] = matrix[i].clone();
      vectors[i][i] = 1;
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          rotate(diagonal, vectors, p, q);
        }
      }
    }
    double[][] result = new double[n][n];
    for (int k = 0; k < n; k++) {
      double value = function.applyAsDouble(diagonal[k][k]);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          result[i][j] += value * vectors[i][k] * vectors[j][k];
        }
      }
    }
    return result;
  }

  /** The product of two square matrices. */
  static double[][] product(double[][] left, double[][] right) {
    int n = left.length;
    double[][] product = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          product[i][j] += left[i][k] * right[k][j];
        }
      }
    }
    return product;
  }

  /** Makes the element at p, q zero: a becomes J^T a J, and v becomes v J. */
  private static void rotate(double[][] a, double[][] v, int p, int q) {
    if (a[p][q] == 0) {
      return;
    }
    double cotangent = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double tangent = Math.copySign(1, cotangent) / (Math.abs(cotangent) + Math.hypot(cotangent, 1));
    double cosine = 1 / Math.hypot(tangent, 1);
    double sine = tangent * cosine;
    rotateColumns(a, p, q, cosine, sine);
    rotateColumns(v, p, q, cosine, sine);
    for (int k = 0; k < a.length; k++) {
      double first = a[p][k];
      a[p][k] = cosine * first - sine * a[q][k];
      a[q][k] = sine * first + cosine * a[q][k];
    }
    a[p][q] = 0;
    a[q][p] = 0;
  }

  private static void rotateColumns(double[][] m, int p, int q, double cosine, double sine) {
    for (double[] row : m) {
      double first = row[p];
      row[p] = cosine * first - sine * row[q];
      row[q] = sine * first + cosine * row[q];
    }
  }
}
