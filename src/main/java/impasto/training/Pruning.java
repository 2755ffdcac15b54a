package impasto.training;

import impasto.config.InputConvention;
import impasto.net.Layer;
import impasto.net.NetworkWeights;
import impasto.torch.HostTensor;
import java.util.List;
import java.util.Map;

/**
 * What a student begins with: the teacher, pruned. Of each layer those channels are kept that
 * explain the others best; the next layer's kernels are rewritten for them by least squares, as if
 * the missing channels were what the kept ones tell of them (in the manner of He, Zhang and Sun,
 * <i>Channel Pruning for Accelerating Very Deep Neural Networks</i>, ICCV 2017).
 */
final class Pruning {
  private static final int KERNEL = 9;

  private final Student student;
  private final NetworkWeights teacher;
  private final Map<String, Moments> moments;
  private final float[] vector;

  private Pruning(Student student, NetworkWeights teacher, Map<String, Moments> moments) {
    this.student = student;
    this.teacher = teacher;
    this.moments = moments;
    vector = new float[student.size()];
  }

  /**
   * The student's parameters. Each of its feature maps has a mean square of 1; a head makes of it
   * the teacher's feature map over the root of its mean square.
   *
   * @param student the shape
   * @param teacher the wide network, whose input convention is left behind
   * @param moments the teacher's, of each rectifier
   * @param solver least squares
   */
  static float[] of(
      Student student, NetworkWeights teacher, Map<String, Moments> moments, LeastSquares solver) {
    Pruning pruning = new Pruning(student, teacher, moments);
    pruning.run(solver);
    return pruning.vector;
  }

  private void run(LeastSquares solver) {
    List<Layer.Convolution> convolutions = student.network().convolutions();
    double[][] explained = inputs(teacher.convention());
    for (int i = 0; i < convolutions.size(); i++) {
      String relu = convolutions.get(i).name().replace("conv", "relu");
      double[][] second = moments.get(relu).second();
      int[] kept = kept(second, student.widths().get(i));
      double scale = 1 / rootMeanSquare(second, kept);
      convolution(i, kept, explained, scale);
      explained = solver.explain(second, kept);
      for (double[] row : explained) {
        for (int c = 0; c < row.length; c++) {
          row[c] /= scale;
        }
      }
      int tap = student.taps().indexOf(relu);
      if (tap >= 0) {
        head(student.head(tap), explained, Math.sqrt(moments.get(relu).meanSquare()));
      }
    }
  }

  /**
   * Greedily the channels that leave the least of the others unexplained: a Cholesky decomposition
   * that takes, at each step, the column with which the most of the rest goes.
   *
   * @param second the mean of f f^T, C x C
   * @param count how many
   * @return their numbers, most telling first
   */
  static int[] kept(double[][] second, int count) {
    int channels = second.length;
    double[][] rest = new double[channels][];
    for (int i = 0; i < channels; i++) {
      rest[i] = second[i].clone();
    }
    boolean[] taken = new boolean[channels];
    int[] kept = new int[count];
    for (int k = 0; k < count; k++) {
      int best = -1;
      double most = -1;
      for (int j = 0; j < channels; j++) {
        double share = taken[j] ? -1 : explained(rest, j);
        if (share > most) {
          most = share;
          best = j;
        }
      }
      kept[k] = best;
      taken[best] = true;
      remove(rest, best);
    }
    return kept;
  }

  /** How much of the remaining mean squares goes if a channel is taken. */
  private static double explained(double[][] rest, int channel) {
    double own = rest[channel][channel];
    if (own <= 0) {
      return 0;
    }
    double sum = 0;
    for (double value : rest[channel]) {
      sum += value * value;
    }
    return sum / own;
  }

  private static void remove(double[][] rest, int channel) {
    double own = rest[channel][channel];
    if (own <= 0) {
      return;
    }
    double[] column = rest[channel].clone();
    for (int i = 0; i < rest.length; i++) {
      for (int j = 0; j < rest.length; j++) {
        rest[i][j] -= column[i] * column[j] / own;
      }
    }
    // What is left of it is rounding.
    for (int i = 0; i < rest.length; i++) {
      rest[i][channel] = 0;
      rest[channel][i] = 0;
    }
  }

  /** What the teacher's three inputs are in terms of the student's. */
  private static double[][] inputs(InputConvention convention) {
    if (convention == InputConvention.TORCHVISION) {
      return new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    }
    // Caffe: blue first, in 0..255; the means of the two differ by less than a step of 8 bits.
    return new double[][] {{0, 0, 255 * 0.229}, {0, 255 * 0.224, 0}, {255 * 0.225, 0, 0}};
  }

  private void convolution(int index, int[] kept, double[][] explained, double scale) {
    HostTensor kernels = teacher.kernels().get(index);
    int wide = kernels.shape()[1];
    int inputs = explained.length;
    int at = student.kernel(index).offset();
    for (int o = 0; o < kept.length; o++) {
      vector[student.bias(index).offset() + o] =
          (float) (scale * teacher.biases().get(index).values()[kept[o]]);
      for (int i = 0; i < inputs; i++) {
        for (int k = 0; k < KERNEL; k++) {
          double sum = 0;
          for (int c = 0; c < wide; c++) {
            sum += explained[i][c] * kernels.values()[(kept[o] * wide + c) * KERNEL + k];
          }
          vector[at++] = (float) (scale * sum);
        }
      }
    }
  }

  private void head(Student.Part part, double[][] explained, double rootMeanSquare) {
    int at = part.offset();
    for (double[] row : explained) {
      for (double value : row) {
        vector[at++] = (float) (value / rootMeanSquare);
      }
    }
  }

  private static double rootMeanSquare(double[][] second, int[] kept) {
    double sum = 0;
    for (int channel : kept) {
      sum += second[channel][channel];
    }
    return sum > 0 ? Math.sqrt(sum / kept.length) : 1;
  }
}
