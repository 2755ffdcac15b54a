package impasto.training;

import impasto.config.InputConvention;
import impasto.net.Layer;
import impasto.net.Network;
import impasto.net.NetworkWeights;
import impasto.torch.HostTensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The shape of a network in training, and where its parameters lie in the one vector that the
 * optimiser moves: kernel and bias of each convolution, then for each tap a head. A head is a
 * matrix of the student's channels x the teacher's, the 1 x 1 convolution that makes the teacher's
 * feature map of the student's. Heads are thrown away in the end.
 *
 * @param network the layers, up to the deepest tap
 * @param widths output channels of each convolution, in order
 * @param taps the layers that are held to the teacher's
 * @param parts the parameters, in the vector's order
 */
record Student(Network network, List<Integer> widths, List<String> taps, List<Part> parts) {

  /**
   * Some parameters that belong together.
   *
   * @param shape of their tensor, row-major
   * @param offset of the first in the vector
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared or changed.
  record Part(int[] shape, int offset) {

    /** How many there are. */
    int length() {
      return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    /** The index after the last. */
    int end() {
      return offset + length();
    }
  }

  /** Copies the lists. */
  Student {
    widths = List.copyOf(widths);
    taps = List.copyOf(taps);
    parts = List.copyOf(parts);
  }

  /**
   * A student of the teacher's layers.
   *
   * @param teacher the wide network, up to the deepest tap
   * @param widths the student's, none wider than the teacher's
   * @param taps the layers that are held to the teacher's, rectifiers
   * @throws IllegalArgumentException if the widths do not suit the teacher
   */
  static Student of(NetworkWeights teacher, List<Integer> widths, List<String> taps) {
    List<Integer> wide = teacher.widths();
    if (widths.size() != wide.size()) {
      throw new IllegalArgumentException(
          "%d widths for a teacher of %d convolutions; give as many by --widths"
              .formatted(widths.size(), wide.size()));
    }
    List<Part> parts = new ArrayList<>();
    int inputs = 3;
    for (int i = 0; i < widths.size(); i++) {
      int outputs = widths.get(i);
      if (outputs > wide.get(i)) {
        throw new IllegalArgumentException(
            "convolution %d has %d channels in the teacher; --widths cannot say %d"
                .formatted(i + 1, wide.get(i), outputs));
      }
      add(parts, outputs, inputs, 3, 3);
      add(parts, outputs);
      inputs = outputs;
    }
    for (String tap : taps) {
      int convolution = convolutionOf(teacher.network(), tap);
      add(parts, widths.get(convolution), wide.get(convolution));
    }
    return new Student(teacher.network(), widths, taps, parts);
  }

  /** How many parameters there are. */
  int size() {
    return parts.get(parts.size() - 1).end();
  }

  /** The kernels of a convolution, outputs x inputs x 3 x 3. */
  Part kernel(int convolution) {
    return parts.get(2 * convolution);
  }

  /** The bias of a convolution. */
  Part bias(int convolution) {
    return parts.get(2 * convolution + 1);
  }

  /** The head of a tap, the student's channels x the teacher's. */
  Part head(int tap) {
    return parts.get(2 * widths.size() + tap);
  }

  /**
   * The network, without its heads.
   *
   * @param vector all parameters
   */
  NetworkWeights weights(float[] vector) {
    List<HostTensor> kernels = new ArrayList<>();
    List<HostTensor> biases = new ArrayList<>();
    for (int i = 0; i < widths.size(); i++) {
      kernels.add(tensor(kernel(i), vector));
      biases.add(tensor(bias(i), vector));
    }
    return new NetworkWeights(network, kernels, biases, InputConvention.TORCHVISION);
  }

  /** The number of the convolution, from 0, before a rectifier. */
  static int convolutionOf(Network network, String relu) {
    List<String> names = network.convolutions().stream().map(Layer.Convolution::name).toList();
    return names.indexOf(relu.replace("relu", "conv"));
  }

  private static HostTensor tensor(Part part, float[] vector) {
    return new HostTensor(part.shape(), Arrays.copyOfRange(vector, part.offset(), part.end()));
  }

  private static void add(List<Part> parts, int... shape) {
    parts.add(new Part(shape, parts.isEmpty() ? 0 : parts.get(parts.size() - 1).end()));
  }
}
