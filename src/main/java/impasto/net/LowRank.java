package impasto.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import impasto.config.NetworkConfig;
import impasto.config.PixelRange;
import impasto.config.Precision;
import impasto.torch.HostTensor;
import impasto.torch.Program;
import impasto.torch.TorchRuntime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Approximates the deeper convolutions of a network by two each: a 3 x 3 convolution to a few
 * channels, and a 1 x 1 convolution from these to all of its own. The few are the principal
 * components of its responses to some pictures (Zhang, Zou, He and Sun, <i>Accelerating Very Deep
 * Convolutional Networks for Classification and Detection</i>, PAMI 2016), so to pictures like
 * these the network answers nearly as before, with three fifths of the arithmetic.
 */
public final class LowRank {
  // Ranks by the channels. The gradient by the picture suffers most from the first convolutions,
  // which are left as they are, and least from the last; RECIPE.md has the measurements.
  private static final Map<String, Double> FRACTIONS =
      Map.of("conv3_3", 0.4, "conv3_4", 0.5, "conv4_1", 0.5, "conv4_2", 0.25);
  private static final double DEEPER = 0.125;

  private final NDManager scope;
  private final Program analysis;
  private final List<Layer> layers = new ArrayList<>();
  private final List<HostTensor> kernels = new ArrayList<>();
  private final List<HostTensor> biases = new ArrayList<>();

  private LowRank(NDManager scope, Program analysis) {
    this.scope = scope;
    this.analysis = analysis;
  }

  /** Whether a network has convolutions to approximate. */
  public static boolean reduces(Network network) {
    return network.convolutions().stream().anyMatch(one -> fraction(one) < 1);
  }

  /**
   * Approximates a network.
   *
   * @param runtime the engine
   * @param weights the network, whose convolutions are all of 3 x 3
   * @param config pooling and padding; the responses are computed in float32
   * @param range the units of the pictures
   * @param pictures 1 x 3 x H x W each, red first, of any size
   * @return a network with the same layers and, before each convolution that is approximated, one
   *     named after it with {@code _basis}
   */
  public static NetworkWeights of(
      TorchRuntime runtime,
      NetworkWeights weights,
      NetworkConfig config,
      PixelRange range,
      List<NDArray> pictures) {
    List<String> reduced =
        weights.network().convolutions().stream()
            .filter(one -> fraction(one) < 1)
            .map(Layer.Convolution::name)
            .toList();
    NetworkConfig exact = new NetworkConfig(config.pooling(), config.padding(), Precision.FLOAT32);
    try (NDManager scope = runtime.manager().newSubManager();
        FeatureExtractor extractor = new FeatureExtractor(runtime, weights, exact, range, reduced);
        Program analysis = Responses.analysis(scope)) {
      Map<String, Responses> responses = new LinkedHashMap<>();
      for (NDArray picture : pictures) {
        try (NDManager maps = scope.newSubManager()) {
          for (FeatureMap map : extractor.extract(maps, picture)) {
            responses.merge(map.layer(), Responses.of(map, scope), Responses::plus);
          }
        }
      }
      return new LowRank(scope, analysis).approximated(weights, responses);
    }
  }

  private NetworkWeights approximated(NetworkWeights weights, Map<String, Responses> responses) {
    int index = 0;
    for (Layer layer : weights.network().layers()) {
      if (layer instanceof Layer.Convolution convolution) {
        HostTensor kernel = weights.kernels().get(index);
        HostTensor bias = weights.biases().get(index++);
        if (responses.containsKey(layer.name())) {
          addTwo(convolution, kernel, bias, responses.get(layer.name()));
        } else {
          add(convolution, kernel, bias);
        }
      } else {
        layers.add(layer);
      }
    }
    return new NetworkWeights(
        new Network(weights.network().name(), layers), kernels, biases, weights.convention());
  }

  /**
   * With W and b of the convolution, U the components of its responses and m their mean: U^T W, and
   * then U with the bias U U^T (b - m) + m.
   */
  private void addTwo(
      Layer.Convolution convolution, HostTensor kernel, HostTensor bias, Responses responses) {
    int outputs = kernel.shape()[0];
    int inputs = kernel.shape()[1];
    int rank = Math.max(1, (int) Math.round(outputs * fraction(convolution)));
    Responses.Analysis found = responses.analysed(analysis);
    NDArray u = found.components().get(":, " + (outputs - rank) + ":");
    NDArray mean = found.mean();
    NDArray rows = array(kernel, outputs, inputs * 9L);
    NDArray offset = array(bias, 1, outputs).sub(mean);
    add(
        new Layer.Convolution(convolution.name() + "_basis", convolution.stateKey()),
        host(u.transpose().matMul(rows), rank, inputs, 3, 3),
        new HostTensor(new int[] {rank}, new float[rank]));
    add(
        new Layer.Convolution(convolution.name(), convolution.stateKey(), 1),
        host(u, outputs, rank, 1, 1),
        host(offset.matMul(u).matMul(u.transpose()).add(mean), outputs));
  }

  private void add(Layer.Convolution convolution, HostTensor kernel, HostTensor bias) {
    layers.add(convolution);
    kernels.add(kernel);
    biases.add(bias);
  }

  private static double fraction(Layer.Convolution convolution) {
    boolean deep = convolution.name().compareTo("conv4") > 0;
    return FRACTIONS.getOrDefault(convolution.name(), deep ? DEEPER : 1);
  }

  /** A copy, since what create() returns looks into Java's memory. */
  private NDArray array(HostTensor tensor, long rows, long columns) {
    return scope.create(tensor.values(), new Shape(rows, columns)).duplicate();
  }

  private static HostTensor host(NDArray array, int... shape) {
    return new HostTensor(shape, array.toFloatArray());
  }
}
