package impasto.cli;

import impasto.config.CoarseNetwork;
import impasto.config.LayerWeight;
import impasto.config.NetworkConfig;
import impasto.config.ObjectiveConfig;
import impasto.config.Padding;
import impasto.config.Pooling;
import impasto.config.Precision;
import impasto.config.Preset;
import impasto.config.Quality;
import impasto.config.StyleStatistics;
import impasto.config.TransferConfig;
import java.util.List;
import picocli.CommandLine.Option;

/** What is minimised. Options that are not given come from the preset. */
final class ObjectiveOptions {
  @Option(
      names = "--preset",
      paramLabel = "NAME",
      completionCandidates = Candidates.Presets.class,
      description =
          "The recipe: impasto, gatys, neural-style, tutorial or style-transfer-pytorch. Any other "
              + "option overrides it. Default: impasto.")
  private Preset preset = Preset.IMPASTO;

  @Option(
      names = "--quality",
      paramLabel = "Q",
      completionCandidates = Candidates.Qualities.class,
      description =
          "How long to paint: draft, normal or fine, of the preset impasto. " + "Default: normal.")
  private Quality quality = Quality.NORMAL;

  @Option(
      names = "--content-weight",
      paramLabel = "W",
      description = "Factor of the content terms. Default (impasto): 1.")
  private Double contentWeight;

  @Option(
      names = "--style-weight",
      paramLabel = "W",
      description = "Factor of the style terms. Default (impasto): 5.5.")
  private Double styleWeight;

  @Option(
      names = "--tv-weight",
      paramLabel = "W",
      description = "Factor of the total variation, against noise. Default (impasto): 0.")
  private Double tvWeight;

  @Option(
      names = "--content-layers",
      paramLabel = "LAYER[:W]",
      split = ",",
      converter = LayerWeightConverter.class,
      description =
          "Layers that hold the picture to the photo, each with a weight: conv, relu and pool "
              + "layers. Default (impasto): relu4_2.")
  private List<LayerWeight> contentLayers;

  @Option(
      names = "--style-layers",
      paramLabel = "LAYER[:W]",
      split = ",",
      converter = LayerWeightConverter.class,
      description =
          "Layers whose statistics are held to the painting's. "
              + "Default (impasto): relu1_1:2,relu2_1:1.5,relu3_1,relu4_1:0.9,relu5_1:0.05.")
  private List<LayerWeight> styleLayers;

  @Option(
      names = "--style-statistics",
      paramLabel = "S",
      completionCandidates = Candidates.Statistics.class,
      description =
          "What is held to of the painting's feature maps: gram, the Gram matrix; or covariance, "
              + "mean and covariance apart. Default (impasto): covariance.")
  private StyleStatistics statistics;

  @Option(
      names = "--style-scale",
      paramLabel = "S",
      description = "Size of the style relative to the picture. Default: 1.")
  private Double styleScale;

  @Option(
      names = "--coarse-network",
      paramLabel = "N",
      completionCandidates = Candidates.CoarseNetworks.class,
      description =
          "Which network paints before that of --model finishes: builtin, which takes an eighth of "
              + "the time of a whole VGG; shallow, the one of --model without the style layers beyond "
              + "the content layers; or same for the one throughout. Without --finish-iterations the "
              + "finest scale is left to --model alone. Default (impasto): builtin.")
  private CoarseNetwork coarse;

  @Option(
      names = "--pooling",
      paramLabel = "POOLING",
      completionCandidates = Candidates.Poolings.class,
      converter = PoolingConverter.class,
      description = "max or avg. Default: max.")
  private Pooling pooling;

  @Option(
      names = "--padding",
      paramLabel = "PADDING",
      completionCandidates = Candidates.Paddings.class,
      description =
          "What the network sees beyond the border: zero, reflect or replicate. "
              + "Default (impasto): replicate.")
  private Padding padding;

  /**
   * The preset with these options over it.
   *
   * @param precision the arithmetic inside the network
   */
  TransferConfig toConfig(Precision precision) {
    TransferConfig base = preset.config(quality);
    ObjectiveConfig objective = base.objective();
    NetworkConfig network = base.network();
    return new TransferConfig(
        new ObjectiveConfig(
            or(contentLayers, objective.contentLayers()),
            or(styleLayers, objective.styleLayers()),
            or(contentWeight, objective.contentWeight()),
            or(styleWeight, objective.styleWeight()),
            or(tvWeight, objective.tvWeight()),
            objective.scaling(),
            objective.range(),
            or(statistics, objective.statistics())),
        new NetworkConfig(
            or(pooling, network.pooling()), or(padding, network.padding()), precision),
        base.ladder(),
        base.optimizer(),
        base.start(),
        base.styleBlend(),
        base.originalColors(),
        or(styleScale, base.styleScale()),
        base.seed(),
        base.stopping(),
        or(coarse, base.coarse()));
  }

  static <T> T or(T given, T otherwise) {
    return given == null ? otherwise : given;
  }
}
