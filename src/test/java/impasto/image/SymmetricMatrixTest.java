package impasto.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SymmetricMatrixTest {
  @Test
  void theSquareRootIsThatOfTheEigenvalues() {
    // Eigenvalues 1 and 3 along (1, -1) and (1, 1), and 5.
    double[][] root =
        SymmetricMatrix.map(new double[][] {{2, 1, 0}, {1, 2, 0}, {0, 0, 5}}, Math::sqrt);

    double diagonal = (Math.sqrt(3) + 1) / 2;
    double other = (Math.sqrt(3) - 1) / 2;
    assertThat(root[0]).containsExactly(new double[] {diagonal, other, 0}, within(1e-15));
    assertThat(root[1]).containsExactly(new double[] {other, diagonal, 0}, within(1e-15));
    assertThat(root[2]).containsExactly(new double[] {0, 0, Math.sqrt(5)}, within(1e-15));
  }

  @Test
  void rootTimesRootIsTheMatrix() {
    Random random = new Random(3);
    for (int i = 0; i < 100; i++) {
      double[][] matrix = positive(random);

      double[][] root = SymmetricMatrix.map(matrix, Math::sqrt);

      assertSame(SymmetricMatrix.product(root, root), matrix);
    }
  }

  @Test
  void aMatrixOfOneDirectionHasTwoEigenvaluesOfZero() {
    double[][] ones = {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}};

    // 3 goes to 3, 0 goes to 7: 7 I + (3 - 7) / 3 of the matrix.
    double[][] mapped = SymmetricMatrix.map(ones, value -> value < 1e-9 ? 7 : value);

    double other = -4 / 3.0;
    double diagonal = 7 - 4 / 3.0;
    assertSame(
        mapped,
        new double[][] {
          {diagonal, other, other}, {other, diagonal, other}, {other, other, diagonal}
        });
  }

  @Test
  void zeroesStayZeroes() {
    assertSame(SymmetricMatrix.map(new double[3][3], Math::sqrt), new double[3][3]);
  }

  @Test
  void theMatrixItselfIsLeftAlone() {
    double[][] matrix = {{2, 1}, {1, 2}};

    SymmetricMatrix.map(matrix, Math::sqrt);

    assertSame(matrix, new double[][] {{2, 1}, {1, 2}});
  }

  /** B B^T of random numbers. */
  private static double[][] positive(Random random) {
    double[][] b = new double[3][3];
    double[][] transposed = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        b[i][j] = random.nextGaussian();
        transposed[j][i] = b[i][j];
      }
    }
    return SymmetricMatrix.product(b, transposed);
  }

  private static void assertSame(double[][] actual, double[][] expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).containsExactly(expected[i], within(1e-13));
    }
  }
}
