package impasto.config;

import impasto.config.OptimizerConfig.Adam;
import impasto.config.OptimizerConfig.Lbfgs;
import impasto.config.OptimizerConfig.Preconditioner;
import impasto.config.OptimizerConfig.StepRule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A named recipe: the values of all options that the user does not give. */
public enum Preset {
  /**
   * Ours: scale-free terms, mean and covariance instead of the Gram matrix, coarse to fine with a
   * slim network before the own one finishes, and half of the photo's detail from scale to scale,
   * safeguarded L-BFGS with a short history and a multilevel preconditioner, within black and
   * white.
   */
  IMPASTO(
      new ObjectiveConfig(
          equal("relu4_2"),
          StyleLayers.SHALLOW,
          1,
          5.5,
          0,
          LossScaling.RELATIVE,
          PixelRange.UNIT,
          StyleStatistics.COVARIANCE),
      Padding.REPLICATE,
      new LadderConfig(
          512,
          128,
          LadderConfig.OCTAVES,
          Quality.NORMAL.iterations(),
          Quality.NORMAL.finish(),
          0.5),
      new Lbfgs(1, 10, StepRule.SAFEGUARDED, Preconditioner.MULTILEVEL, true),
      new Start.Content(),
      new StoppingConfig(0.005, 20, 0),
      CoarseNetwork.BUILTIN),

  /**
   * The recipe of the authors' own PyTorch code (Gatys, Ecker and Bethge, <i>Image Style Transfer
   * Using Convolutional Neural Networks</i>, CVPR 2016). It assumes weights of the Caffe
   * convention.
   */
  GATYS(
      new ObjectiveConfig(
          equal("relu4_2"),
          StyleLayers.PAPER,
          1,
          1000,
          0,
          LossScaling.ABSOLUTE,
          PixelRange.BYTE,
          StyleStatistics.GRAM),
      Padding.ZERO,
      singleScale(500),
      new Lbfgs(1, 100, StepRule.FIXED, false),
      new Start.Content()),

  /** The defaults of Johnson's neural-style and its PyTorch port, for weights of the Caffe kind. */
  NEURAL_STYLE(
      new ObjectiveConfig(
          equal("relu4_2"),
          StyleLayers.PAPER,
          5,
          100,
          0.001,
          LossScaling.ABSOLUTE,
          PixelRange.BYTE,
          StyleStatistics.GRAM),
      Padding.ZERO,
      singleScale(1000),
      new Lbfgs(1, 100, StepRule.FIXED, false),
      new Start.Noise()),

  /**
   * PyTorch's tutorial: the first five convolutions before their rectifiers. It assumes weights of
   * the torchvision convention.
   */
  TUTORIAL(
      new ObjectiveConfig(
          equal("conv2_2"),
          equal("conv1_1", "conv1_2", "conv2_1", "conv2_2", "conv3_1"),
          1,
          1e6,
          0,
          LossScaling.ABSOLUTE,
          PixelRange.UNIT,
          StyleStatistics.GRAM),
      Padding.ZERO,
      singleScale(300),
      new Lbfgs(1, 100, StepRule.FIXED, true),
      new Start.Content()),

  /**
   * The defaults of style-transfer-pytorch, for weights of the torchvision kind: coarse to fine,
   * Adam with an averaged iterate, and a gradient of each term that keeps its length. There the
   * first convolution alone replicates the border, here all do, and Adam goes on from scale to
   * scale, where here it begins anew.
   */
  STYLE_TRANSFER_PYTORCH(
      new ObjectiveConfig(
          equal("relu4_2"),
          StyleLayers.FALLING,
          0.015,
          1,
          2,
          LossScaling.NORMALIZED,
          PixelRange.UNIT,
          StyleStatistics.GRAM),
      Padding.REPLICATE,
      new LadderConfig(512, 128, LadderConfig.HALF_OCTAVES, List.of(1000, 500)),
      new Adam(0.02, 0.9, 0.999, 1e-8, true, 0.99),
      new Start.Content());

  // Records of numbers, enums and unmodifiable lists.
  @SuppressWarnings("ImmutableEnumChecker")
  private final TransferConfig config;

  Preset(
      ObjectiveConfig objective,
      Padding padding,
      LadderConfig ladder,
      OptimizerConfig optimizer,
      Start start) {
    this(objective, padding, ladder, optimizer, start, StoppingConfig.NEVER, CoarseNetwork.SAME);
  }

  Preset(
      ObjectiveConfig objective,
      Padding padding,
      LadderConfig ladder,
      OptimizerConfig optimizer,
      Start start,
      StoppingConfig stopping,
      CoarseNetwork coarse) {
    NetworkConfig network = new NetworkConfig(Pooling.MAX, padding, Precision.FLOAT32);
    config =
        new TransferConfig(
            objective,
            network,
            ladder,
            optimizer,
            start,
            List.of(),
            OriginalColors.NONE,
            1,
            0,
            stopping,
            coarse);
  }

  /** The recipe, in float32. */
  public TransferConfig config() {
    return config;
  }

  /**
   * The recipe with more or less time for looks.
   *
   * @param quality how much
   * @throws IllegalArgumentException if this is a preset of somebody else's, whose iterations are
   *     its own
   */
  public TransferConfig config(Quality quality) {
    if (quality == Quality.NORMAL) {
      return config;
    }
    if (this != IMPASTO) {
      throw new IllegalArgumentException(
          "the quality "
              + quality.name().toLowerCase(Locale.ROOT)
              + " is one of the preset impasto; for the preset "
              + this
              + " give the number of iterations");
    }
    return config.withLadder(
        new LadderConfig(
            config.ladder().size(),
            config.ladder().minSize(),
            config.ladder().scales(),
            quality.iterations(),
            quality.finish(),
            config.ladder().detail()));
  }

  /** The name as users write it, such as {@code neural-style}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static LadderConfig singleScale(int iterations) {
    return new LadderConfig(512, 128, 1, List.of(iterations));
  }

  private static List<LayerWeight> equal(String... layers) {
    return Arrays.stream(layers).map(layer -> new LayerWeight(layer, 1)).toList();
  }

  /** The style layers of the CVPR paper; an enum's constants cannot refer to its own fields. */
  private static final class StyleLayers {
    static final List<LayerWeight> PAPER =
        equal("relu1_1", "relu2_1", "relu3_1", "relu4_1", "relu5_1");

    /**
     * Next to no weight on the deepest layer, which knows the painting's things and not its
     * strokes.
     */
    static final List<LayerWeight> SHALLOW =
        List.of(
            new LayerWeight("relu1_1", 2),
            new LayerWeight("relu2_1", 1.5),
            new LayerWeight("relu3_1", 1),
            new LayerWeight("relu4_1", 0.9),
            new LayerWeight("relu5_1", 0.05));

    /** A quarter of the weight from layer to layer, 1 in all. */
    static final List<LayerWeight> FALLING =
        List.of(
            new LayerWeight("relu1_1", 256 / 341.0),
            new LayerWeight("relu2_1", 64 / 341.0),
            new LayerWeight("relu3_1", 16 / 341.0),
            new LayerWeight("relu4_1", 4 / 341.0),
            new LayerWeight("relu5_1", 1 / 341.0));
  }
}
