package impasto.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import impasto.config.InputConvention;
import impasto.torch.HostTensor;
import impasto.torch.StateDict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetworkWeightsTest {
  private final Map<String, HostTensor> tensors =
      new LinkedHashMap<>(Reference.tensors("slim-vgg19.safetensors").tensors());

  @Test
  void widthsComeFromTheWeights() {
    NetworkWeights weights = of();

    assertThat(weights.network()).isEqualTo(Network.VGG19);
    assertThat(weights.widths())
        .containsExactly(4, 4, 6, 6, 8, 8, 8, 8, 10, 10, 10, 10, 10, 10, 10, 10);
  }

  @Test
  void theMeanColourIsThatOfTheConvention() {
    assertThat(of().meanColor()).containsExactly(0.485f, 0.456f, 0.406f);
    // Caffe's means are given blue first, in 0..255.
    NetworkWeights caffe = Reference.weights(Reference.path("slim-vgg16.safetensors"));
    assertThat(caffe.meanColor()).containsExactly(123.68f / 255, 116.779f / 255, 103.939f / 255);
  }

  @Test
  void whatLiesBeyondTheDeepestTapIsLeftOut() {
    NetworkWeights part = of().upTo(List.of("relu1_1", "relu2_2"));

    assertThat(part.network().layerNames()).endsWith("relu2_2");
    assertThat(part.kernels()).hasSize(4);
    assertThat(part.biases()).hasSize(4);
  }

  @Test
  void aTapThatTheWeightsDoNotReachIsRefused() {
    NetworkWeights weights = of().upTo(List.of("relu4_1"));

    assertThatThrownBy(() -> weights.upTo(List.of("relu1_1", "relu4_2")))
        .isInstanceOf(UnusableWeightsException.class)
        .hasMessage(
            "the model (vgg19) does not reach the layer relu4_2; its last layer is relu4_1; "
                + "choose layers up to that, or other weights");
  }

  @Test
  void aNameThatIsNoLayerIsRefused() {
    assertThatThrownBy(() -> of().upTo(List.of("relu6_1")))
        .isInstanceOf(UnusableWeightsException.class)
        .hasMessageContaining("relu6_1");
  }

  @Test
  void otherNetworksAreRefusedWithWhatWasFound() {
    StateDict other = new StateDict(Map.of("fc.weight", tensor(2, 2)), Map.of());

    assertThatThrownBy(() -> NetworkWeights.of(other, InputConvention.CAFFE))
        .isInstanceOf(UnusableWeightsException.class)
        .hasMessageContainingAll("VGG19 or VGG16", "features.0.weight", "[fc.weight]");
  }

  @Test
  void aMissingBiasIsNamed() {
    tensors.remove("features.5.bias");

    assertRefused("the weights lack features.5.bias");
  }

  @Test
  void kernelsAreOutputsByInputsByThreeByThree() {
    assertRefused(
        "features.0.weight", tensor(4, 1, 3, 3), "[4, 1, 3, 3], expected [outputs, 3, 3, 3]");
    assertRefused(
        "features.2.weight", tensor(4, 4, 5, 5), "[4, 4, 5, 5], expected [outputs, 4, 3, 3]");
    assertRefused(
        "features.5.weight", tensor(6, 5, 3, 3), "[6, 5, 3, 3], expected [outputs, 4, 3, 3]");
    assertRefused("features.5.weight", tensor(6, 36), "[6, 36], expected [outputs, 4, 3, 3]");
    assertRefused("features.5.weight", tensor(0, 4, 3, 3), "[0, 4, 3, 3]");
  }

  @Test
  void aBiasHasAValueForEachOutput() {
    assertRefused("features.0.bias", tensor(3), "features.0.bias has the shape [3], expected [4]");
    assertRefused("features.0.bias", tensor(4, 1), "[4, 1], expected [4]");
  }

  private void assertRefused(String key, HostTensor wrong, String message) {
    HostTensor right = tensors.put(key, wrong);
    assertRefused(message);
    tensors.put(key, right);
  }

  private void assertRefused(String message) {
    assertThatThrownBy(this::of)
        .isInstanceOf(UnusableWeightsException.class)
        .hasMessageContaining(message);
  }

  private NetworkWeights of() {
    return NetworkWeights.of(new StateDict(tensors, Map.of()), InputConvention.TORCHVISION);
  }

  private static HostTensor tensor(int... shape) {
    int count = 1;
    for (int length : shape) {
      count *= length;
    }
    return new HostTensor(shape, new float[count]);
  }
}
