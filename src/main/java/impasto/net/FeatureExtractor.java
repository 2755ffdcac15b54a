package impasto.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import impasto.config.NetworkConfig;
import impasto.config.PixelRange;
import impasto.config.Precision;
import impasto.torch.Argument;
import impasto.torch.HostTensor;
import impasto.torch.Program;
import impasto.torch.Recording;
import impasto.torch.TorchRuntime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A network on the device, ready to compute its taps of pictures of any size. */
public final class FeatureExtractor implements AutoCloseable {
  // Rounded, so that two threads begin at 1.5 times as much: where they begin to pay on two cores.
  // More than two were not measured.
  private static final double OPERATIONS_A_THREAD = 2.5e9;
  private static final double OPERATIONS_A_THREAD_IN_HALVES = 6e9;

  private final TorchRuntime runtime;
  private final NDManager manager;
  private final Program program;
  private final List<NDArray> prepared;
  private final List<String> taps;
  private final NetworkWeights weights;
  private final boolean halves;

  /**
   * Brings a network to the device.
   *
   * @param runtime the engine
   * @param weights the network; what lies beyond the deepest tap is left out
   * @param config pooling, padding and precision
   * @param range the units of the pictures
   * @param taps the layers whose outputs are wanted
   * @throws UnusableWeightsException if the weights do not reach a tap
   */
  public FeatureExtractor(
      TorchRuntime runtime,
      NetworkWeights weights,
      NetworkConfig config,
      PixelRange range,
      Collection<String> taps) {
    this.runtime = runtime;
    this.taps = List.copyOf(new TreeSet<>(taps));
    this.weights = weights.upTo(this.taps);
    halves = config.precision() == Precision.BFLOAT16;
    manager = runtime.manager().newSubManager();
    Set<String> winograd = Winograd.layers(this.weights, config.precision());
    program =
        Program.compile(
            manager, ProgramText.of(this.weights.network(), this.taps, config, winograd));
    try (NDManager scope = manager.newSubManager()) {
      List<NDArray> direct =
          program.call(manager, "prepare", Argument.tensors(arrays(scope, tensors(range))));
      prepared = winograd.isEmpty() ? direct : transformed(direct, winograd);
    }
  }

  /** The layers whose outputs are computed. */
  public List<String> taps() {
    return taps;
  }

  /** The network that runs: up to the deepest tap. */
  public NetworkWeights weights() {
    return weights;
  }

  /**
   * The taps of a picture, or of several of one size, without a graph.
   *
   * @param owner the manager to which they are attached
   * @param picture B x 3 x H x W, red first; the positions of a map are those of all B, one after
   *     the other
   */
  public List<FeatureMap> extract(NDManager owner, NDArray picture) {
    takeThreads(picture);
    return named(
        program.call(owner, "forward", Argument.tensor(picture), Argument.tensors(prepared)));
  }

  /**
   * Records the taps of a picture, for the gradient by the picture.
   *
   * @param picture 1 x 3 x H x W, red first
   * @return the recording, whose outputs {@link #named} names; the caller closes it
   */
  public Recording record(NDArray picture) {
    takeThreads(picture);
    return Recording.of(program, picture, prepared);
  }

  /**
   * Names the outputs of the program.
   *
   * @param outputs a tensor a tap, in the order of {@link #taps()}
   */
  public List<FeatureMap> named(List<NDArray> outputs) {
    List<FeatureMap> features = new ArrayList<>();
    for (int i = 0; i < taps.size(); i++) {
      features.add(
          halves
              ? new HalfMap(taps.get(i), outputs.get(i), program)
              : new FloatMap(taps.get(i), outputs.get(i)));
    }
    return features;
  }

  /** Frees the program and its weights. */
  @Override
  public void close() {
    program.close();
    manager.close();
  }

  /** With the kernels of some convolutions in Winograd's form, and the forms of what meets them. */
  private List<NDArray> transformed(List<NDArray> direct, Set<String> winograd) {
    List<NDArray> all = new ArrayList<>(direct);
    List<NDArray> forms = arrays(manager, Winograd.forms());
    List<Layer.Convolution> convolutions = weights.network().convolutions();
    try (NDArray form = forms.get(0)) {
      for (int i = 0; i < convolutions.size(); i++) {
        if (winograd.contains(convolutions.get(i).name())) {
          // The mean colour comes first, then a kernel and a bias for each.
          try (NDArray kernel = direct.get(1 + 2 * i)) {
            List<NDArray> result =
                program.call(manager, "transform", Argument.tensor(kernel), Argument.tensor(form));
            all.set(1 + 2 * i, result.get(0));
          }
        }
      }
    }
    all.addAll(forms.subList(1, forms.size()));
    return all;
  }

  /** As many threads as a picture is worth, from here to the next one. */
  private void takeThreads(NDArray picture) {
    Shape shape = picture.getShape();
    double operations =
        shape.get(0)
            * weights
                .network()
                .operations(weights.widths(), (int) shape.get(3), (int) shape.get(2));
    double share = halves ? OPERATIONS_A_THREAD_IN_HALVES : OPERATIONS_A_THREAD;
    runtime.useThreads((int) Math.round(operations / share));
  }

  private List<HostTensor> tensors(PixelRange range) {
    List<HostTensor> tensors = new ArrayList<>();
    float[] mean = InputTransform.mean(weights.convention(), range);
    tensors.add(new HostTensor(new int[] {1, 3, 1, 1}, mean));
    for (int i = 0; i < weights.kernels().size(); i++) {
      HostTensor kernel = weights.kernels().get(i);
      tensors.add(i == 0 ? InputTransform.fold(kernel, weights.convention(), range) : kernel);
      tensors.add(weights.biases().get(i));
    }
    return tensors;
  }

  private static List<NDArray> arrays(NDManager scope, List<HostTensor> tensors) {
    List<NDArray> arrays = new ArrayList<>();
    for (HostTensor tensor : tensors) {
      long[] shape = new long[tensor.shape().length];
      for (int i = 0; i < shape.length; i++) {
        shape[i] = tensor.shape()[i];
      }
      // The array that create() returns looks into Java's memory; the copy is the engine's own.
      arrays.add(scope.create(tensor.values(), new Shape(shape)).duplicate());
    }
    return arrays;
  }
}
