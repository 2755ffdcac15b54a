package impasto.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import impasto.config.InputConvention;
import impasto.config.NetworkConfig;
import impasto.config.Padding;
import impasto.config.PixelRange;
import impasto.config.Pooling;
import impasto.config.Precision;
import impasto.torch.HostTensor;
import impasto.torch.StateDict;
import impasto.torch.TestEngine;
import impasto.torch.TorchRuntime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LowRankTest {
  private static final NetworkConfig CONFIG =
      new NetworkConfig(Pooling.MAX, Padding.ZERO, Precision.FLOAT32);
  private static final int WIDTH = 16;

  private final TorchRuntime runtime = TestEngine.start();

  @AfterEach
  void close() {
    runtime.close();
  }

  @Test
  void theDeepConvolutionsBecomeTwoAndAllLayersKeepTheirNames() {
    NetworkWeights whole = weights(WIDTH);
    NetworkWeights low = lowRank(whole, CONFIG);

    assertThat(low.network().layerNames())
        .containsAll(whole.network().layerNames())
        .containsSubsequence("relu3_2", "conv3_3_basis", "conv3_3", "relu3_3")
        .doesNotContain("conv3_2_basis");
    // Two fifths, a half, a half, a quarter; then an eighth.
    assertThat(low.widths())
        .containsExactly(16, 16, 16, 16, 16, 16, 6, 16, 8, 16, 8, 16, 4, 16, 2, 16);
    assertThat(LowRank.reduces(whole.network())).isTrue();
    assertThat(LowRank.reduces(Network.VGG19.upTo(List.of("relu3_2")))).isFalse();
  }

  @Test
  void itTakesTheArithmeticOfItsTwoParts() {
    NetworkWeights low = lowRank(weights(WIDTH).upTo(List.of("relu3_3")), CONFIG);

    // Forwards and backwards, 2 operations each: conv3_3 has 8 x 8 positions of 32 x 32 pixels.
    double before =
        weights(WIDTH).network().upTo(List.of("relu3_2")).operations(low.widths(), 32, 32);
    assertThat(low.network().operations(low.widths(), 32, 32) - before)
        .isEqualTo(2 * 2 * 64 * (9 * 16 * 6 + 6 * 16));
  }

  /** Responses of two components are all there in two, whatever lies beyond the border. */
  @ParameterizedTest
  @EnumSource(Padding.class)
  void whatHasFewComponentsIsComputedAsBefore(Padding padding) {
    NetworkWeights whole = weights(2);
    NetworkConfig config = new NetworkConfig(Pooling.MAX, padding, Precision.FLOAT32);
    NetworkWeights low = lowRank(whole, config);

    double[] expected = response(whole, config, "relu4_3");
    double[] actual = response(low, config, "relu4_3");
    double scale = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    assertThat(scale).isPositive();
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).isCloseTo(expected[i], within(1e-4 * scale));
    }
  }

  /** The mean square of what is lost is least for principal components: any others lose more. */
  @Test
  void theComponentsAreThePrincipalOnes() {
    NetworkWeights whole = weights(WIDTH).upTo(List.of("conv3_4"));
    NetworkWeights low = lowRank(whole, CONFIG);
    double[] expected = response(whole, CONFIG, "conv3_4");

    double lost = meanSquare(expected, response(low, CONFIG, "conv3_4"));
    // Sums of squares about the mean, by channel, as independent of the code as can be.
    double[] channels = new double[WIDTH];
    for (int c = 0; c < WIDTH; c++) {
      double sum = 0;
      double squares = 0;
      int count = expected.length / WIDTH;
      for (int i = c; i < expected.length; i += WIDTH) {
        sum += expected[i];
        squares += expected[i] * expected[i];
      }
      channels[c] = (squares - sum * sum / count) / expected.length;
    }
    Arrays.sort(channels);
    // Leaving out the 8 channels of least variance is one choice of 8 components, not the best.
    assertThat(lost).isPositive().isLessThan(Arrays.stream(channels).limit(8).sum());
  }

  private NetworkWeights lowRank(NetworkWeights whole, NetworkConfig config) {
    try (NDManager scope = runtime.manager().newSubManager()) {
      return LowRank.of(runtime, whole, config, PixelRange.UNIT, List.of(picture(scope)));
    }
  }

  private double[] response(NetworkWeights weights, NetworkConfig config, String layer) {
    try (NDManager scope = runtime.manager().newSubManager();
        FeatureExtractor extractor =
            new FeatureExtractor(runtime, weights, config, PixelRange.UNIT, List.of(layer))) {
      return TestEngine.values(extractor.extract(scope, picture(scope)).get(0).matrix());
    }
  }

  private static NDArray picture(NDManager scope) {
    Random random = new Random(3);
    float[] values = new float[3 * 48 * 40];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat();
    }
    return scope.create(values, new Shape(1, 3, 48, 40)).duplicate();
  }

  /** VGG19 to relu4_3, of a few components: each output is a mixture of the first two. */
  private static NetworkWeights weights(int components) {
    Random random = new Random(5);
    Network network = Network.VGG19.upTo(List.of("relu4_3"));
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    int channels = 3;
    for (Layer.Convolution layer : network.convolutions()) {
      float[] kernel = new float[WIDTH * channels * 9];
      int row = channels * 9;
      for (int o = 0; o < WIDTH; o++) {
        for (int i = 0; i < row; i++) {
          kernel[o * row + i] =
              (float)
                  (o < components
                      ? Math.sqrt(2.0 / row) * random.nextGaussian()
                      : mixed(kernel, row, i, o));
        }
      }
      float[] bias = new float[WIDTH];
      for (int o = 0; o < WIDTH; o++) {
        bias[o] = (float) (0.01 * random.nextGaussian());
      }
      tensors.put(
          layer.stateKey() + ".weight", new HostTensor(new int[] {WIDTH, channels, 3, 3}, kernel));
      tensors.put(layer.stateKey() + ".bias", new HostTensor(new int[] {WIDTH}, bias));
      channels = WIDTH;
    }
    return NetworkWeights.of(new StateDict(tensors, Map.of()), InputConvention.TORCHVISION);
  }

  private static double mixed(float[] kernel, int row, int i, int output) {
    double angle = output;
    return Math.cos(angle) * kernel[i] + Math.sin(angle) * kernel[row + i];
  }

  private static double meanSquare(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum / a.length;
  }
}
