package impasto.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import impasto.config.NetworkConfig;
import impasto.config.Padding;
import impasto.config.PixelRange;
import impasto.config.Pooling;
import impasto.config.Precision;
import impasto.torch.StateDict;
import impasto.torch.TestEngine;
import impasto.torch.TorchRuntime;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@EnabledIfEnvironmentVariable(
    named = "IMPASTO_TEST_WEIGHTS",
    matches = ".+",
    disabledReason = "IMPASTO_TEST_WEIGHTS names no file of VGG19 weights in Caffe's convention")
class RealTapsTest {
  private final TorchRuntime runtime = TestEngine.start();

  @AfterEach
  void close() {
    runtime.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = Precision.class,
      names = {"FLOAT32", "WINOGRAD"})
  void tapsOfTheRealVgg19AreThoseOfPyTorch(Precision precision) {
    Path file = Path.of(System.getenv("IMPASTO_TEST_WEIGHTS"));
    StateDict fixture = Reference.tensors("real-taps.safetensors");
    assumeThat(Reference.sha256(file))
        .as("SHA-256 of %s: the fixture is of other weights", file)
        .isEqualTo(fixture.metadata().get("weights.sha256"));
    NetworkConfig config = new NetworkConfig(Pooling.MAX, Padding.ZERO, precision);
    Set<String> layers = fixture.tensors().keySet();

    Map<String, double[]> taps =
        Taps.of(
            runtime,
            Reference.weights(file),
            config,
            PixelRange.BYTE,
            fixture.metadata().get("picture"),
            layers);

    assertThat(layers).hasSize(6);
    for (String layer : layers) {
      double[] tap = taps.get(layer);
      int stride = Integer.parseInt(fixture.metadata().get("stride." + layer));
      double norm = Double.parseDouble(fixture.metadata().get("norm." + layer));
      double[] sample =
          IntStream.iterate(0, i -> i < tap.length, i -> i + stride)
              .mapToDouble(i -> tap[i])
              .toArray();

      assertThat(Reference.distance(sample, Reference.doubles(fixture.tensors().get(layer))))
          .as("sample of %s", layer)
          .isCloseTo(0, within(1e-5));
      assertThat(Math.sqrt(DoubleStream.of(tap).map(value -> value * value).sum()))
          .as("norm of %s", layer)
          .isCloseTo(norm, within(1e-5 * norm));
    }
  }
}
