package impasto.net;

import impasto.config.InputConvention;
import impasto.config.PixelRange;
import impasto.torch.HostTensor;
import impasto.torch.StateDict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A network with the weights of its convolutions, checked against each other.
 *
 * @param network the network, as far as the weights reach
 * @param kernels one tensor a convolution, outputs x inputs x 3 x 3
 * @param biases one vector a convolution
 * @param convention what the first convolution expects
 */
public record NetworkWeights(
    Network network,
    List<HostTensor> kernels,
    List<HostTensor> biases,
    InputConvention convention) {

  /** Copies the lists; the tensors are shared. */
  public NetworkWeights {
    kernels = List.copyOf(kernels);
    biases = List.copyOf(biases);
  }

  /**
   * Finds the network a state dict belongs to and checks every shape.
   *
   * @param state the tensors; those that belong to no convolution are ignored
   * @param convention what the weights expect as input
   * @throws UnusableWeightsException if they are those of no network we know
   */
  public static NetworkWeights of(StateDict state, InputConvention convention) {
    Network network =
        Network.ofKeys(state.tensors().keySet())
            .orElseThrow(
                () ->
                    new UnusableWeightsException(
                        "these are not the weights of VGG19 or VGG16: expected features.0.weight, "
                            + "features.0.bias, features.2.weight, ..., found "
                            + new TreeSet<>(state.tensors().keySet()).stream().limit(4).toList()));
    List<HostTensor> kernels = new ArrayList<>();
    List<HostTensor> biases = new ArrayList<>();
    int inputs = 3;
    for (Layer.Convolution convolution : network.convolutions()) {
      HostTensor kernel = tensor(state, convolution.stateKey() + ".weight");
      int[] shape = kernel.shape();
      if (shape.length != 4
          || shape[0] < 1
          || !Arrays.equals(shape, new int[] {shape[0], inputs, 3, 3})) {
        throw new UnusableWeightsException(
            convolution.stateKey()
                + ".weight has the shape "
                + Arrays.toString(shape)
                + ", expected [outputs, "
                + inputs
                + ", 3, 3]");
      }
      HostTensor bias = tensor(state, convolution.stateKey() + ".bias");
      if (!Arrays.equals(bias.shape(), new int[] {shape[0]})) {
        throw new UnusableWeightsException(
            convolution.stateKey()
                + ".bias has the shape "
                + Arrays.toString(bias.shape())
                + ", expected ["
                + shape[0]
                + "]");
      }
      kernels.add(kernel);
      biases.add(bias);
      inputs = shape[0];
    }
    return new NetworkWeights(network, kernels, biases, convention);
  }

  /**
   * The weights as a state dict, by the names that {@link #of} knows.
   *
   * @param metadata what the file says of them
   */
  public StateDict toStateDict(Map<String, String> metadata) {
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    List<Layer.Convolution> convolutions = network.convolutions();
    for (int i = 0; i < convolutions.size(); i++) {
      tensors.put(convolutions.get(i).stateKey() + ".weight", kernels.get(i));
      tensors.put(convolutions.get(i).stateKey() + ".bias", biases.get(i));
    }
    return new StateDict(tensors, metadata);
  }

  /** The output channels of each convolution, in order. */
  public List<Integer> widths() {
    return kernels.stream().map(kernel -> kernel.shape()[0]).toList();
  }

  /** The mean colour that the network was trained with: red, green and blue in units of white. */
  public float[] meanColor() {
    return InputTransform.mean(convention, PixelRange.UNIT);
  }

  /**
   * The weights of the network up to the deepest of some layers.
   *
   * @param taps names of layers
   * @throws UnusableWeightsException if the weights do not reach one of them
   */
  public NetworkWeights upTo(Collection<String> taps) {
    for (String tap : taps) {
      if (!network.layerNames().contains(tap)) {
        throw new UnusableWeightsException(
            "the model ("
                + network.name()
                + ") does not reach the layer "
                + tap
                + "; its last layer is "
                + network.layerNames().get(network.layers().size() - 1)
                + "; choose layers up to that, or other weights");
      }
    }
    Network part = network.upTo(taps);
    int count = part.convolutions().size();
    return new NetworkWeights(
        part, kernels.subList(0, count), biases.subList(0, count), convention);
  }

  private static HostTensor tensor(StateDict state, String key) {
    HostTensor tensor = state.tensors().get(key);
    if (tensor == null) {
      throw new UnusableWeightsException("the weights lack " + key);
    }
    return tensor;
  }
}
