package impasto.training;

import impasto.net.Layer;
import impasto.net.NetworkWeights;
import impasto.torch.ComputationException;
import impasto.torch.HostTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Brings each rectifier's mean square to the teacher's, so that weights of loss terms mean the same
 * for both. It changes nothing else: max(0, a x) is a max(0, x) for a positive a, so a layer's
 * factor can be taken out again in the next kernel.
 */
final class Rescaling {
  private Rescaling() {}

  /**
   * Scales a network.
   *
   * @param weights the student's
   * @param own its moments, by the rectifier's name
   * @param wanted the teacher's
   * @throws ComputationException if a layer of the student's is dead
   */
  static NetworkWeights of(
      NetworkWeights weights, Map<String, Moments> own, Map<String, Moments> wanted) {
    List<HostTensor> kernels = new ArrayList<>();
    List<HostTensor> biases = new ArrayList<>();
    double before = 1;
    int i = 0;
    for (Layer.Convolution convolution : weights.network().convolutions()) {
      String relu = convolution.name().replace("conv", "relu");
      double meanSquare = own.get(relu).meanSquare();
      if (!(meanSquare > 0) || Double.isInfinite(meanSquare)) {
        throw new ComputationException(
            relu
                + " of the trained network is dead; use more --widths or a smaller --learning-rate");
      }
      double factor = Math.sqrt(wanted.get(relu).meanSquare() / meanSquare);
      kernels.add(times(weights.kernels().get(i), factor / before));
      biases.add(times(weights.biases().get(i), factor));
      before = factor;
      i++;
    }
    return new NetworkWeights(weights.network(), kernels, biases, weights.convention());
  }

  private static HostTensor times(HostTensor tensor, double factor) {
    float[] values = tensor.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] *= (float) factor;
    }
    return new HostTensor(tensor.shape(), values);
  }
}
