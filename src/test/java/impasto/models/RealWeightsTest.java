package impasto.models;

import static org.assertj.core.api.Assertions.assertThat;

import impasto.config.InputConvention;
import impasto.torch.StateDict;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(
    named = "IMPASTO_TEST_WEIGHTS",
    matches = ".+",
    disabledReason = "IMPASTO_TEST_WEIGHTS names no file of VGG19 weights in Caffe's convention")
class RealWeightsTest {

  @Test
  void vgg19IsReadWithItsShapesAndConvention() {
    Path file = Path.of(System.getenv("IMPASTO_TEST_WEIGHTS"));

    StateDict read = WeightFiles.read(file, name -> name.startsWith("features."));

    assertThat(read.tensors()).hasSize(32); // 16 convolutions, each a weight and a bias.
    assertThat(read.tensors().get("features.0.weight").shape()).containsExactly(64, 3, 3, 3);
    assertThat(read.tensors().get("features.0.bias").shape()).containsExactly(64);
    assertThat(read.tensors().get("features.34.weight").shape()).containsExactly(512, 512, 3, 3);
    assertThat(InputConventions.of(file, read, Optional.empty())).isEqualTo(InputConvention.CAFFE);
  }
}
