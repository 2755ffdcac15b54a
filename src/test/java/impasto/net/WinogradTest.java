package impasto.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import impasto.config.InputConvention;
import impasto.config.NetworkConfig;
import impasto.config.Padding;
import impasto.config.PixelRange;
import impasto.config.Pooling;
import impasto.config.Precision;
import impasto.torch.HostTensor;
import impasto.torch.Recording;
import impasto.torch.StateDict;
import impasto.torch.TestEngine;
import impasto.torch.TorchRuntime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the engine's own convolutions in double precision. */
class WinogradTest {
  private static final double TOLERANCE = 1e-5;

  /** Convolutions of many channels from the fifth on, behind narrow ones. */
  private static final NetworkWeights WIDE = weights(2, 2, 2, 128, 256, 128, 256, 128, 256);

  private static final List<String> TAPS =
      List.of("relu2_2", "conv3_1", "relu3_1", "relu3_2", "relu4_1");

  private final TorchRuntime runtime = TestEngine.start();

  @AfterEach
  void close() {
    runtime.close();
  }

  // A quarter of each side is what the wide convolutions see: whole tiles, and every rest of four.
  @ParameterizedTest
  @CsvSource({
    "1, 32, 16, ZERO, MAX",
    "1, 20, 24, ZERO, AVERAGE",
    "1, 28, 8, ZERO, MAX",
    "1, 8, 36, ZERO, MAX",
    "2, 20, 28, ZERO, MAX",
    "1, 27, 43, REFLECT, MAX",
    "1, 16, 32, REFLECT, AVERAGE",
    "1, 32, 20, REPLICATE, MAX",
    "2, 24, 28, REPLICATE, MAX"
  })
  void tapsAndGradientAreThoseOfDirectConvolutions(
      int pictures, int width, int height, Padding padding, Pooling pooling) {
    NDArray batch = noise(pictures, width, height);
    NetworkConfig exact = new NetworkConfig(pooling, padding, Precision.FLOAT64);
    Map<String, double[]> direct = tapsAndGradient(batch, exact);

    Map<String, double[]> fast =
        tapsAndGradient(batch, new NetworkConfig(pooling, padding, Precision.WINOGRAD));

    assertThat(fast).containsOnlyKeys(direct.keySet());
    direct.forEach(
        (name, values) ->
            assertThat(Reference.distance(fast.get(name), values))
                .as(name)
                .isCloseTo(0, within(TOLERANCE)));
  }

  @Test
  void onlyConvolutionsOfManyChannelsRunSo() {
    assertThat(Winograd.layers(WIDE, Precision.WINOGRAD))
        .containsExactlyInAnyOrder("conv3_1", "conv3_2", "conv3_3", "conv3_4", "conv4_1");
    assertThat(Winograd.layers(Reference.slimVgg19(), Precision.WINOGRAD)).isEmpty();
    assertThat(Winograd.layers(WIDE, Precision.FLOAT32)).isEmpty();
  }

  /** The taps, and the gradient of half the sum of their squares. */
  private Map<String, double[]> tapsAndGradient(NDArray batch, NetworkConfig config) {
    DataType type = config.precision() == Precision.FLOAT64 ? DataType.FLOAT64 : DataType.FLOAT32;
    try (NDManager scope = runtime.manager().newSubManager();
        FeatureExtractor extractor =
            new FeatureExtractor(runtime, WIDE, config, PixelRange.UNIT, TAPS)) {
      NDArray x = batch.toType(type, true);
      x.attach(scope);
      try (Recording recording = extractor.record(x)) {
        Map<String, double[]> values = new LinkedHashMap<>();
        for (FeatureMap map : extractor.named(recording.outputs())) {
          values.put(map.layer(), TestEngine.values(map.matrix()));
        }
        NDArray gradient = recording.pullback(scope, recording.outputs());
        values.put("gradient", TestEngine.values(gradient));
        return values;
      }
    }
  }

  private NDArray noise(int pictures, int width, int height) {
    Random random = new Random(5);
    double[] values = random.doubles(3L * pictures * width * height).toArray();
    return TestEngine.tensor(runtime.manager(), new Shape(pictures, 3, height, width), values);
  }

  /** Random kernels that keep the size of what they are given. */
  private static NetworkWeights weights(int... widths) {
    Random random = new Random(7);
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    int inputs = 3;
    for (int k = 0; k < widths.length; k++) {
      String key = Network.VGG19.convolutions().get(k).stateKey();
      double size = Math.sqrt(2 / (9.0 * inputs));
      tensors.put(key + ".weight", gaussian(random, size, widths[k], inputs, 3, 3));
      tensors.put(key + ".bias", gaussian(random, 0.1, widths[k]));
      inputs = widths[k];
    }
    return NetworkWeights.of(new StateDict(tensors, Map.of()), InputConvention.TORCHVISION);
  }

  private static HostTensor gaussian(Random random, double size, int... shape) {
    float[] values = new float[IntStream.of(shape).reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (size * random.nextGaussian());
    }
    return new HostTensor(shape, values);
  }
}
