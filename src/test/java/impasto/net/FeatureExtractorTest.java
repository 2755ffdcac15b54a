package impasto.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import impasto.config.NetworkConfig;
import impasto.config.Padding;
import impasto.config.PixelRange;
import impasto.config.Pooling;
import impasto.config.Precision;
import impasto.torch.Recording;
import impasto.torch.TestEngine;
import impasto.torch.TorchRuntime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeatureExtractorTest {
  private static final NetworkConfig CONFIG =
      new NetworkConfig(Pooling.MAX, Padding.ZERO, Precision.FLOAT32);

  private final TorchRuntime runtime = TestEngine.start();
  private final NDArray picture =
      Reference.tensor(runtime.manager(), "odd.png", PixelRange.UNIT, DataType.FLOAT32);

  @AfterEach
  void close() {
    runtime.close();
  }

  @Test
  void mapsComeInTheOrderOfTheTapsWithTheirSizes() {
    try (FeatureExtractor extractor = extractor("relu3_1", "conv1_1", "pool1", "relu3_1")) {
      List<FeatureMap> maps = extractor.extract(runtime.manager(), picture);

      assertThat(extractor.taps()).containsExactlyInAnyOrder("conv1_1", "pool1", "relu3_1");
      assertThat(maps).extracting(FeatureMap::layer).isEqualTo(extractor.taps());
      for (FeatureMap map : maps) {
        // The picture is 53 x 41; slim VGG19 has 4, 6 and 8 channels in its first blocks.
        switch (map.layer()) {
          case "conv1_1" -> assertSize(map, 53 * 41, 4);
          case "pool1" -> assertSize(map, 26 * 20, 4);
          default -> assertSize(map, 13 * 10, 8);
        }
      }
    }
  }

  @Test
  void aConvolutionsTapIsNotRectified() {
    try (FeatureExtractor extractor = extractor("conv1_1", "relu1_1", "conv1_2")) {
      List<FeatureMap> maps = extractor.extract(runtime.manager(), picture);
      double[] before = TestEngine.values(map(maps, "conv1_1"));
      double[] after = TestEngine.values(map(maps, "relu1_1"));

      assertThat(Arrays.stream(before).min().orElseThrow()).isNegative();
      assertThat(Arrays.stream(TestEngine.values(map(maps, "conv1_2"))).min().orElseThrow())
          .isNegative();
      for (int i = 0; i < before.length; i++) {
        assertThat(after[i]).isEqualTo(Math.max(0, before[i]));
      }
    }
  }

  @Test
  void aSmallPictureTakesOneThreadAndALargeOneMore() {
    try (TorchRuntime two = TestEngine.start(2);
        FeatureExtractor extractor =
            new FeatureExtractor(
                two, Reference.slimVgg19(), CONFIG, PixelRange.UNIT, List.of("relu1_2"))) {
      // To relu1_2 a pixel takes 36 (3 x 4 + 4 x 4) operations: 0.07 and 4.2 times 10^9 in all.
      NDArray small = two.manager().zeros(new Shape(1, 3, 256, 256));
      NDArray large = two.manager().zeros(new Shape(1, 3, 2048, 2048));

      extractor.record(large).close();
      assertThat(JniUtils.getNumThreads()).isEqualTo(2);
      extractor.record(small).close();
      assertThat(JniUtils.getNumThreads()).isEqualTo(1);
    }
  }

  @Test
  void recordingSeesTheSameTapsAsExtracting() {
    try (FeatureExtractor extractor = extractor("conv1_1", "relu2_1");
        Recording recording = extractor.record(picture)) {
      List<FeatureMap> recorded = extractor.named(recording.outputs());
      for (FeatureMap extracted : extractor.extract(runtime.manager(), picture)) {
        assertThat(TestEngine.values(map(recorded, extracted.layer())))
            .isEqualTo(TestEngine.values(extracted.matrix()));
      }
    }
  }

  @Test
  void theGradientOfALinearTapIsTheSumOfItsKernel() {
    // Raising a pixel far from the border by d raises the sum of all outputs by d times the sum of
    // the weights of its channel, over torchvision's deviation.
    NetworkWeights weights = Reference.slimVgg19();
    float[] kernel = weights.kernels().get(0).values();
    double[] expected = new double[3];
    double[] deviation = {0.229, 0.224, 0.225};
    for (int i = 0; i < kernel.length; i++) {
      expected[i / 9 % 3] += kernel[i] / deviation[i / 9 % 3];
    }
    try (FeatureExtractor extractor = extractor("conv1_1");
        Recording recording = extractor.record(picture)) {
      NDArray ones = recording.outputs().get(0).onesLike();
      double[] gradient = TestEngine.values(recording.pullback(runtime.manager(), List.of(ones)));

      int centre = 20 * 53 + 26;
      for (int c = 0; c < 3; c++) {
        assertThat(gradient[c * 41 * 53 + centre]).isCloseTo(expected[c], within(1e-5));
      }
    }
  }

  @Test
  void garbageCollectionsBetweenRecordingAndPullbackChangeNothing() {
    try (FeatureExtractor extractor = extractor("relu1_1", "relu3_1", "relu5_1")) {
      double[] calm = gradient(extractor, () -> {});

      assertThat(Arrays.stream(calm).map(Math::abs).sum()).isPositive();
      for (int i = 0; i < 3; i++) {
        assertThat(gradient(extractor, TestEngine::collectGarbage)).isEqualTo(calm);
      }
    }
  }

  @Test
  void rectifyingBehindAPoolingChangesNoNumber() {
    // A look between convolution and pooling keeps the layers in their order.
    try (FeatureExtractor quick = extractor("relu2_1", "relu3_1");
        FeatureExtractor ordered = extractor("relu1_2", "relu2_1", "pool2", "relu3_1")) {
      assertThat(gradientOf(quick, "relu3_1")).isEqualTo(gradientOf(ordered, "relu3_1"));
      List<FeatureMap> expected = ordered.extract(runtime.manager(), picture);
      for (FeatureMap map : quick.extract(runtime.manager(), picture)) {
        assertThat(TestEngine.values(map.matrix()))
            .isEqualTo(TestEngine.values(map(expected, map.layer())));
      }
    }
  }

  @Test
  void theProgramLivesAsLongAsTheExtractor() {
    try (FeatureExtractor extractor = extractor("relu1_1", "relu4_2")) {
      double[] before =
          TestEngine.values(extractor.extract(runtime.manager(), picture).get(1).matrix());

      TestEngine.collectGarbage();

      assertThat(TestEngine.values(extractor.extract(runtime.manager(), picture).get(1).matrix()))
          .isEqualTo(before);
    }
  }

  @Test
  void closingFreesTheWeights() {
    int before = TestEngine.arrays(runtime.manager());
    FeatureExtractor extractor = extractor("relu5_1");
    // The mean colour, and a kernel and a bias for each of 13 convolutions.
    assertThat(TestEngine.arrays(runtime.manager())).isEqualTo(before + 1 + 2 * 13);

    extractor.close();

    assertThat(TestEngine.arrays(runtime.manager())).isEqualTo(before);
  }

  @Test
  void aTapThatTheWeightsDoNotReachIsRefused() {
    NetworkWeights part = Reference.slimVgg19().upTo(List.of("relu3_1"));

    assertThatThrownBy(
            () ->
                new FeatureExtractor(
                    runtime, part, CONFIG, PixelRange.UNIT, List.of("relu1_1", "relu5_1")))
        .isInstanceOf(UnusableWeightsException.class)
        .hasMessageContainingAll("relu5_1", "relu3_1");
  }

  /** The gradient of the sum of all taps. */
  private double[] gradient(FeatureExtractor extractor, Runnable between) {
    try (Recording recording = extractor.record(picture);
        NDManager scope = runtime.manager().newSubManager()) {
      List<NDArray> ones = recording.outputs().stream().map(NDArray::onesLike).toList();
      between.run();
      return TestEngine.values(recording.pullback(scope, ones));
    }
  }

  /** The gradient of half the sum of a tap's squares. */
  private double[] gradientOf(FeatureExtractor extractor, String tap) {
    try (Recording recording = extractor.record(picture);
        NDManager scope = runtime.manager().newSubManager()) {
      List<NDArray> seeds = new ArrayList<>();
      for (FeatureMap map : extractor.named(recording.outputs())) {
        NDArray matrix = map.matrix();
        seeds.add(map.layer().equals(tap) ? matrix : matrix.zerosLike());
      }
      return TestEngine.values(recording.pullback(scope, seeds));
    }
  }

  private FeatureExtractor extractor(String... taps) {
    return new FeatureExtractor(
        runtime, Reference.slimVgg19(), CONFIG, PixelRange.UNIT, List.of(taps));
  }

  private static NDArray map(List<FeatureMap> maps, String layer) {
    return maps.stream()
        .filter(map -> map.layer().equals(layer))
        .findFirst()
        .orElseThrow()
        .matrix();
  }

  private static void assertSize(FeatureMap map, long positions, long channels) {
    assertThat(map.positions()).as(map.layer()).isEqualTo(positions);
    assertThat(map.channels()).as(map.layer()).isEqualTo(channels);
  }
}
