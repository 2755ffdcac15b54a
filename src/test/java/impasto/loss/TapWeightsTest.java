package impasto.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import impasto.config.NetworkConfig;
import impasto.config.Padding;
import impasto.config.PixelRange;
import impasto.config.Pooling;
import impasto.config.Precision;
import impasto.net.FeatureExtractor;
import impasto.net.FeatureMap;
import impasto.net.Network;
import impasto.net.Reference;
import impasto.torch.TestEngine;
import impasto.torch.TorchRuntime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TapWeightsTest {
  private final TorchRuntime runtime = TestEngine.start();
  private final NDManager manager = runtime.manager();

  @AfterEach
  void close() {
    runtime.close();
  }

  @Test
  void aPoolingTakesTheMeanOfFourAndDropsAnOddEdge() {
    NDArray visibility =
        TestEngine.tensor(
            manager,
            new Shape(3, 5),
            new double[] {
              1, 0, 1, 1, 9,
              0, 0, 1, 0.5, 9,
              9, 9, 9, 9, 9
            });

    Map<String, PositionWeights> weights =
        TapWeights.of(manager, Network.VGG19, List.of("conv1_2", "pool1", "relu2_1"), visibility);

    assertThat(weights).containsOnlyKeys("conv1_2", "pool1", "relu2_1");
    assertThat(TestEngine.values(weights.get("conv1_2").column()))
        .containsExactly(TestEngine.values(visibility));
    assertThat(weights.get("pool1").total()).isCloseTo(1.125, within(1e-15));
    NDArray pooled = weights.get("relu2_1").column();
    assertThat(pooled.getShape()).isEqualTo(new Shape(2, 1));
    assertThat(TestEngine.values(pooled)).containsExactly(0.25, 0.875);
  }

  @Test
  void thereIsAWeightForEachPositionOfEachLayer() {
    List<String> taps = List.of("conv1_1", "relu2_1", "pool3", "relu4_2", "relu5_1");
    NetworkConfig config = new NetworkConfig(Pooling.MAX, Padding.ZERO, Precision.FLOAT64);
    NDArray picture = Matrices.noise(manager, 1, 1, 3, 37, 59);
    try (FeatureExtractor extractor =
        new FeatureExtractor(runtime, Reference.slimVgg19(), config, PixelRange.UNIT, taps)) {
      Map<String, PositionWeights> weights =
          TapWeights.of(
              manager, extractor.weights().network(), taps, Matrices.noise(manager, 2, 37, 59));

      for (FeatureMap features : extractor.extract(manager, picture)) {
        assertThat(weights.get(features.layer()).column().getShape())
            .as(features.layer())
            .isEqualTo(new Shape(features.positions(), 1));
      }
    }
  }

  @Test
  void positionsAreInTheOrderOfTheFeatureMaps() {
    // One bright pixel, and weights that are 1 at that pixel alone.
    double[] values = new double[3 * 8 * 12];
    double[] visible = new double[8 * 12];
    for (int c = 0; c < 3; c++) {
      values[(c * 8 + 3) * 12 + 9] = 5;
    }
    visible[3 * 12 + 9] = 1;
    NetworkConfig config = new NetworkConfig(Pooling.MAX, Padding.REPLICATE, Precision.FLOAT64);
    try (FeatureExtractor extractor =
        new FeatureExtractor(
            runtime, Reference.slimVgg19(), config, PixelRange.UNIT, List.of("conv1_1"))) {
      NDArray bright = TestEngine.tensor(manager, new Shape(1, 3, 8, 12), values);
      NDArray dark = TestEngine.tensor(manager, new Shape(1, 3, 8, 12), new double[3 * 8 * 12]);
      NDArray difference =
          extractor
              .extract(manager, bright)
              .get(0)
              .matrix()
              .sub(extractor.extract(manager, dark).get(0).matrix());
      PositionWeights weights =
          TapWeights.of(
                  manager,
                  extractor.weights().network(),
                  List.of("conv1_1"),
                  TestEngine.tensor(manager, new Shape(8, 12), visible))
              .get("conv1_1");

      // A 3 x 3 convolution sees the pixel from 9 positions, whose middle is its own.
      double[] seen = TestEngine.values(difference.abs().sum(new int[] {1}));
      int first = 0;
      int last = seen.length - 1;
      while (seen[first] == 0) {
        first++;
      }
      while (seen[last] == 0) {
        last--;
      }
      assertThat(TestEngine.values(weights.column())[(first + last) / 2]).isEqualTo(1);
    }
  }
}
