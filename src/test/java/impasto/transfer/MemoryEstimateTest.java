package impasto.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import impasto.config.CoarseNetwork;
import impasto.config.NetworkConfig;
import impasto.config.OptimizerConfig.Lbfgs;
import impasto.config.OptimizerConfig.StepRule;
import impasto.config.Padding;
import impasto.config.Pooling;
import impasto.config.Precision;
import impasto.config.Preset;
import impasto.config.TransferConfig;
import impasto.image.Size;
import impasto.net.Activations;
import impasto.net.NetworkWeights;
import impasto.net.Reference;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The slim VGG19 of the fixtures has a known width at each convolution. */
class MemoryEstimateTest {
  private final NetworkWeights weights =
      Reference.weights(Reference.path("slim-vgg19.safetensors"));

  @Test
  void activationsAddUpByHand() {
    NetworkWeights part = weights.upTo(List.of("relu2_1"));
    int first = part.widths().get(0);
    int second = part.widths().get(1);
    int third = part.widths().get(2);

    Activations zero = activations(part, Padding.ZERO, Pooling.AVERAGE, Precision.FLOAT32);
    // 8 x 8 pixels: the input, two convolutions, a pooling to 4 x 4, a convolution there.
    assertThat(zero.kept()).isEqualTo(4 * (64 * (3 + first + second) + 16 * (second + third)));
    // The tap relu2_1 in float32; relu1_1 too.
    assertThat(zero.taps()).isEqualTo(4 * (64 * first + 16 * third));
    Activations padded = activations(part, Padding.REPLICATE, Pooling.MAX, Precision.BFLOAT16);
    // A padded copy before each convolution, and indices of 8 bytes.
    assertThat(padded.kept())
        .isEqualTo(
            2 * (64 * (3 + 3 + first + first + second) + 16 * (second + second + third))
                + 8 * 16 * second);
    assertThat(padded.taps()).isEqualTo(zero.taps());
  }

  @Test
  void historyCountsTwoPicturesAStep() {
    Size size = new Size(1000, 1000);
    TransferConfig config = Preset.IMPASTO.config();
    double ten = estimate(config).megabytes(size);
    double hundred =
        estimate(Recipes.with(config, new Lbfgs(1, 100, StepRule.SAFEGUARDED, false)))
            .megabytes(size);

    assertThat((hundred - ten) * (1 << 20)).isCloseTo(90 * 2 * 3 * 4 * 1e6, within(1e3));
  }

  @Test
  void everyKernelCountsAsChangedForWinograd() {
    TransferConfig config = Preset.NEURAL_STYLE.config();
    Size size = new Size(100, 100);
    double direct = estimate(config).megabytes(size);
    double winograd = estimate(config.withPrecision(Precision.WINOGRAD)).megabytes(size);

    double values =
        weights.upTo(config.objective().taps()).kernels().stream()
            .mapToDouble(kernel -> kernel.values().length)
            .sum();
    assertThat((winograd - direct) * (1 << 20)).isCloseTo(3 * 4 * values, within(1.0));
  }

  @Test
  void keptMemoryCountsWithTheActivationsOnly() {
    TransferConfig config = Preset.NEURAL_STYLE.config();
    NetworkWeights part = weights.upTo(config.objective().taps());
    MemoryEstimate kept = new MemoryEstimate(config, part, 0, true);
    double small = kept.megabytes(new Size(16, 16)) - estimate(config).megabytes(new Size(16, 16));
    Size tenfold = new Size(160, 160);
    double large = kept.megabytes(tenfold) - estimate(config).megabytes(tenfold);

    assertThat(small).isPositive();
    assertThat(large).isCloseTo(100 * small, within(1e-6));
  }

  @Test
  void aShallowNetworkIsThereBesideTheWhole() {
    TransferConfig config = Preset.NEURAL_STYLE.config();
    Size size = new Size(100, 100);
    double alone = estimate(config).megabytes(size);
    double both = estimate(Recipes.withCoarse(config, CoarseNetwork.SHALLOW)).megabytes(size);

    // Kernels to conv4_2, 3 x 3, of 4 bytes each, by the factors that all weights have.
    List<Integer> widths = weights.widths();
    double values = 0;
    for (int i = 0; i < 10; i++) {
      values += 9.0 * (i == 0 ? 3 : widths.get(i - 1)) * widths.get(i);
    }
    assertThat((both - alone) * (1 << 20)).isCloseTo(4 * values * 4, within(1.0));
  }

  @Test
  void theLongestSideIsTheLargestThatFits() {
    MemoryEstimate estimate = estimate(Preset.IMPASTO.config());
    Size asked = new Size(4000, 3000);

    int side = estimate.longestSide(asked, 2000).orElseThrow();

    assertThat(estimate.megabytes(asked.fitted(side))).isLessThanOrEqualTo(2000);
    assertThat(estimate.megabytes(asked.fitted(side + 1))).isGreaterThan(2000);
    assertThat(estimate.longestSide(asked, 1e9)).hasValue(4000);
    assertThat(estimate.longestSide(asked, 10)).isEmpty();
  }

  private MemoryEstimate estimate(TransferConfig config) {
    return new MemoryEstimate(config, weights.upTo(config.objective().taps()), 0, false);
  }

  private static Activations activations(
      NetworkWeights part, Padding padding, Pooling pooling, Precision precision) {
    return Activations.of(
        part, List.of("relu1_1", "relu2_1"), new NetworkConfig(pooling, padding, precision), 64);
  }
}
