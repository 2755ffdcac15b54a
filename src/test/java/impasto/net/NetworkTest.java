package impasto.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import impasto.config.Padding;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NetworkTest {
  private static final List<Integer> WIDTHS =
      List.of(64, 64, 128, 128, 256, 256, 256, 256, 512, 512, 512, 512, 512, 512, 512, 512);

  @Test
  void layersAreNamedAsInThePapers() {
    assertThat(Network.VGG19.layerNames()).hasSize(16 + 16 + 5).doesNotHaveDuplicates();
    assertThat(Network.VGG19.layerNames())
        .startsWith("conv1_1", "relu1_1", "conv1_2", "relu1_2", "pool1", "conv2_1")
        .containsSubsequence("relu3_3", "conv3_4", "relu3_4", "pool3", "conv4_1")
        .endsWith("conv5_4", "relu5_4", "pool5");
    assertThat(Network.VGG16.layerNames())
        .hasSize(13 + 13 + 5)
        .containsSubsequence("relu3_3", "pool3", "conv4_1")
        .endsWith("conv5_3", "relu5_3", "pool5");
  }

  @Test
  void convolutionsAreNumberedAsInTorchvision() {
    // The places of the convolutions in torchvision's vgg19().features and vgg16().features.
    assertThat(stateKeys(Network.VGG19))
        .containsExactlyElementsOf(
            keys(0, 2, 5, 7, 10, 12, 14, 16, 19, 21, 23, 25, 28, 30, 32, 34));
    assertThat(stateKeys(Network.VGG16))
        .containsExactlyElementsOf(keys(0, 2, 5, 7, 10, 12, 14, 17, 19, 21, 24, 26, 28));
  }

  @Test
  void upToEndsAtTheDeepestTap() {
    Network part = Network.VGG19.upTo(List.of("relu2_1", "conv1_1"));

    assertThat(part.layerNames())
        .containsExactly("conv1_1", "relu1_1", "conv1_2", "relu1_2", "pool1", "conv2_1", "relu2_1");
    assertThatThrownBy(() -> Network.VGG16.upTo(List.of("relu1_1", "relu3_4")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("vgg16 has no layer relu3_4");
  }

  @Test
  void theSmallestSideLeavesOnePixelAtTheLastLayer() {
    assertThat(upTo("relu5_1").smallestSide(Padding.ZERO)).isEqualTo(16);
    assertThat(upTo("relu5_1").smallestSide(Padding.REPLICATE)).isEqualTo(16);
    assertThat(upTo("conv1_2").smallestSide(Padding.ZERO)).isEqualTo(1);
    assertThat(upTo("pool2").smallestSide(Padding.ZERO)).isEqualTo(4);
  }

  @Test
  void mirroringNeedsTwoPixelsAtEachConvolution() {
    assertThat(upTo("relu5_1").smallestSide(Padding.REFLECT)).isEqualTo(32);
    assertThat(upTo("relu1_1").smallestSide(Padding.REFLECT)).isEqualTo(2);
    assertThat(upTo("pool1").smallestSide(Padding.REFLECT)).isEqualTo(2);
  }

  @Test
  void operationsAreThoseOfAHandCalculation() {
    // A convolution takes 9 * inputs * outputs multiply-adds a position; the blocks have 256^2,
    // 128^2, 64^2, 32^2 and 16^2 positions, and in this order the sums of inputs * outputs are
    // 3*64 + 64*64, 64*128 + 128*128, 128*256 + 3*256*256, 256*512 + 3*512*512 and 512*512.
    double multiplyAdds =
        9.0
            * (65536 * (192.0 + 4096)
                + 16384 * (8192.0 + 16384)
                + 4096 * (32768.0 + 196608)
                + 1024 * (131072.0 + 786432)
                + 256 * 262144.0);

    double operations = upTo("relu5_1").operations(WIDTHS, 256, 256);

    // Two operations each, forward and as many back.
    assertThat(operations).isEqualTo(4 * multiplyAdds);
    assertThat(operations / 1e9).isCloseTo(94.7, within(0.05));
  }

  @Test
  void operationsFollowThePoolingOfOddSides() {
    Network network = Network.VGG19.upTo(List.of("relu2_1"));

    // 5 x 3 pixels: 9 * 15 * (3*2 + 2*2); pooled to 2 x 1: 9 * 2 * 2*4.
    assertThat(network.operations(List.of(2, 2, 4), 5, 3)).isEqualTo(4 * (9 * 150 + 9 * 16));
  }

  @Test
  void aStateDictTellsItsNetwork() {
    assertThat(Network.ofKeys(parameters(Network.VGG19))).contains(Network.VGG19);
    assertThat(Network.ofKeys(parameters(Network.VGG16))).contains(Network.VGG16);
  }

  @Test
  void theClassifierDoesNotMatter() {
    Set<String> keys = parameters(Network.VGG16);
    keys.addAll(List.of("classifier.0.weight", "classifier.0.bias", "features.module.0.weight"));

    assertThat(Network.ofKeys(keys)).contains(Network.VGG16);
    assertThat(Network.isParameter("features.28.bias")).isTrue();
    assertThat(Network.isParameter("features.28.running_mean")).isFalse();
    assertThat(Network.isParameter("xfeatures.28.bias")).isFalse();
  }

  @Test
  void aStateDictCutShortIsTheNetworkAsFarAsItReaches() {
    Set<String> keys = parameters(Network.VGG19.upTo(List.of("relu5_1")));

    assertThat(Network.ofKeys(keys).orElseThrow().layerNames())
        .endsWith("pool4", "conv5_1", "relu5_1");
  }

  @Test
  void otherNetworksAreNotTakenForVgg() {
    assertThat(Network.ofKeys(Set.of())).isEmpty();
    assertThat(Network.ofKeys(Set.of("conv1.weight", "fc.bias"))).isEmpty();
    assertThat(Network.ofKeys(Set.of("features.0.weight", "features.3.weight"))).isEmpty();
    Set<String> tooMany = parameters(Network.VGG19);
    tooMany.add("features.99.weight");
    assertThat(Network.ofKeys(tooMany)).isEmpty();
  }

  private static Network upTo(String layer) {
    return Network.VGG19.upTo(List.of(layer));
  }

  private static List<String> stateKeys(Network network) {
    return network.convolutions().stream().map(Layer.Convolution::stateKey).toList();
  }

  private static List<String> keys(int... places) {
    return Arrays.stream(places).mapToObj(place -> "features." + place).toList();
  }

  private static Set<String> parameters(Network network) {
    Set<String> keys = new LinkedHashSet<>();
    for (String key : stateKeys(network)) {
      keys.add(key + ".weight");
      keys.add(key + ".bias");
    }
    return keys;
  }
}
