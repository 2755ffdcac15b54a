package impasto.training;

import impasto.config.NetworkConfig;
import impasto.net.ProgramText;
import impasto.torch.Recording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes the program that tells how far a student is from its teacher.
 *
 * <p>{@code forward(x, w)} takes the student's parameters as one vector, and a list: pictures (B x
 * 3 x H x W, in 0..1), the mean colour and one over the deviation (1 x 3 x 1 x 1 each), and the
 * teacher's taps (positions x channels). It returns the sum of the errors, and the errors. The
 * error of a tap is the mean square of f H - t, the student's feature map by its head minus the
 * teacher's, over the teacher's variance: the share that stays unexplained. Romero and others
 * (<i>FitNets</i>, ICLR 2015) called such targets hints, and Wang and others (<i>Collaborative
 * Distillation for Ultra-Resolution Universal Style Transfer</i>, CVPR 2020) taught networks for
 * style by linear heads.
 */
final class LessonText {
  private static final String FEATURES = "features";

  /** What comes before the teacher's taps in the list. */
  private static final int BEFORE_TAPS = 3;

  private LessonText() {}

  /**
   * Writes the program.
   *
   * @param student the shape
   * @param targets the teacher's moments of each tap, in the student's order
   * @param config how the student runs
   */
  static String of(Student student, List<Moments> targets, NetworkConfig config) {
    StringBuilder text = new StringBuilder();
    text.append("  def forward(self: __torch__.Net,\n    x: Tensor,\n");
    text.append("    w: List[Tensor]) -> List[Tensor]:\n");
    List<String> weights = new ArrayList<>();
    weights.add("w[1]");
    for (int i = 0; i < student.widths().size(); i++) {
      String kernel = tensor(student.kernel(i));
      // The deviation is folded into the first kernel, since a convolution pads after the input.
      weights.add(i == 0 ? "torch.mul(" + kernel + ", w[2])" : kernel);
      weights.add(tensor(student.bias(i)));
    }
    text.append("    p = (self).prepare([").append(String.join(", ", weights)).append("], )\n");
    text.append("    f = (self).").append(FEATURES).append("(w[0], p, )\n");
    List<String> errors = new ArrayList<>();
    for (int k = 0; k < student.taps().size(); k++) {
      Moments target = targets.get(k);
      text.append(error(k, tensor(student.head(k)), target));
      errors.add("e" + k);
    }
    text.append("    e = torch.stack([").append(String.join(", ", errors)).append("])\n");
    text.append("    return [torch.sum(e), e]\n");
    return text
        + ProgramText.methods(FEATURES, student.network(), student.taps(), config)
        + Recording.PULLBACK;
  }

  private static String error(int tap, String head, Moments target) {
    double rootMeanSquare = Math.sqrt(target.meanSquare());
    return """
            t%1$d = torch.mul(w[%2$d], %3$s)
            d%1$d = torch.sub(torch.matmul(f[%1$d], %4$s), t%1$d)
            e%1$d = torch.mul(torch.mean(torch.square(d%1$d)), %5$s)
        """
        .formatted(
            tap,
            tap + BEFORE_TAPS,
            1 / rootMeanSquare,
            head,
            target.meanSquare() / target.variance());
  }

  private static String tensor(Student.Part part) {
    return "torch.view(torch.slice(x, 0, %d, %d), %s)"
        .formatted(part.offset(), part.end(), Arrays.toString(part.shape()));
  }
}
