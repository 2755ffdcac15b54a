package impasto.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import impasto.config.NetworkConfig;
import impasto.config.Padding;
import impasto.config.PixelRange;
import impasto.config.Pooling;
import impasto.config.Precision;
import impasto.torch.StateDict;
import impasto.torch.TestEngine;
import impasto.torch.TorchRuntime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Layer outputs of the slim networks for a picture of odd sides, against PyTorch's. */
class SlimTapsTest {
  private final TorchRuntime runtime = TestEngine.start();

  @AfterEach
  void close() {
    runtime.close();
  }

  @ParameterizedTest
  @CsvSource({
    "vgg19, taps, MAX, ZERO, 14",
    "vgg19, taps, AVERAGE, ZERO, 3",
    "vgg19, taps, MAX, REFLECT, 3",
    "vgg19, taps, MAX, REPLICATE, 3",
    "vgg16, taps-vgg16, MAX, ZERO, 5",
    "vgg16, taps-vgg16, AVERAGE, REPLICATE, 2"
  })
  void tapsAreThoseOfPyTorch(
      String network, String fixture, Pooling pooling, Padding padding, int count) {
    NetworkWeights weights = Reference.weights(Reference.path("slim-" + network + ".safetensors"));
    Map<String, double[]> expected = expected(fixture, pooling, padding);
    assertThat(expected).hasSize(count);

    assertClose(expected, weights, pooling, padding, Precision.FLOAT32, PixelRange.UNIT, 5e-6);
    assertClose(expected, weights, pooling, padding, Precision.FLOAT32, PixelRange.BYTE, 5e-6);
    // No better than that, since the fixtures and the constants of the input are stored in float32.
    assertClose(expected, weights, pooling, padding, Precision.FLOAT64, PixelRange.UNIT, 3e-7);
    // Brain floating point has 8 bits, and the network is 13 convolutions deep.
    assertClose(expected, weights, pooling, padding, Precision.BFLOAT16, PixelRange.UNIT, 0.03);
  }

  private void assertClose(
      Map<String, double[]> expected,
      NetworkWeights weights,
      Pooling pooling,
      Padding padding,
      Precision precision,
      PixelRange range,
      double tolerance) {
    NetworkConfig config = new NetworkConfig(pooling, padding, precision);
    Map<String, double[]> taps =
        Taps.of(runtime, weights, config, range, "odd.png", expected.keySet());
    expected.forEach(
        (layer, values) ->
            assertThat(Reference.distance(taps.get(layer), values))
                .as("%s in %s, white %s", layer, precision, range.white())
                .isCloseTo(0, within(tolerance)));
  }

  private static Map<String, double[]> expected(String fixture, Pooling pooling, Padding padding) {
    String prefix =
        (pooling == Pooling.MAX ? "max." : "avg.") + padding.name().toLowerCase(Locale.ROOT) + ".";
    StateDict file = Reference.tensors(fixture + ".safetensors");
    Map<String, double[]> taps = new LinkedHashMap<>();
    file.tensors()
        .forEach(
            (name, tensor) -> {
              if (name.startsWith(prefix)) {
                taps.put(name.substring(prefix.length()), Reference.doubles(tensor));
              }
            });
    return taps;
  }
}
