package impasto.transfer;

import impasto.config.CoarseNetwork;
import impasto.config.LadderConfig;
import impasto.config.ObjectiveConfig;
import impasto.config.OptimizerConfig;
import impasto.config.Preset;
import impasto.config.Start;
import impasto.config.TransferConfig;
import java.util.List;

/** Small recipes: the default preset with single parts changed. */
final class Recipes {
  private Recipes() {}

  /** The default preset at the photo's own size, in one scale. */
  static TransferConfig quick(int iterations) {
    return with(
        Preset.IMPASTO.config(),
        new LadderConfig(LadderConfig.ORIGINAL, 16, 1, List.of(iterations)));
  }

  static TransferConfig with(TransferConfig config, LadderConfig ladder) {
    return of(config, config.objective(), ladder, config.optimizer(), config.start());
  }

  static TransferConfig with(TransferConfig config, OptimizerConfig optimizer) {
    return of(config, config.objective(), config.ladder(), optimizer, config.start());
  }

  static TransferConfig with(TransferConfig config, Start start) {
    return of(config, config.objective(), config.ladder(), config.optimizer(), start);
  }

  static TransferConfig with(TransferConfig config, ObjectiveConfig objective) {
    return config.withObjective(objective);
  }

  static TransferConfig withStyles(TransferConfig config, List<Double> blend, double styleScale) {
    return new TransferConfig(
        config.objective(),
        config.network(),
        config.ladder(),
        config.optimizer(),
        config.start(),
        blend,
        config.originalColors(),
        styleScale,
        config.seed(),
        config.stopping(),
        config.coarse());
  }

  static TransferConfig withCoarse(TransferConfig config, CoarseNetwork coarse) {
    return new TransferConfig(
        config.objective(),
        config.network(),
        config.ladder(),
        config.optimizer(),
        config.start(),
        config.styleBlend(),
        config.originalColors(),
        config.styleScale(),
        config.seed(),
        config.stopping(),
        coarse);
  }

  static TransferConfig withNoise(TransferConfig config, long seed) {
    return new TransferConfig(
        config.objective(),
        config.network(),
        config.ladder(),
        config.optimizer(),
        new Start.Noise(),
        config.styleBlend(),
        config.originalColors(),
        config.styleScale(),
        seed,
        config.stopping(),
        config.coarse());
  }

  private static TransferConfig of(
      TransferConfig config,
      ObjectiveConfig objective,
      LadderConfig ladder,
      OptimizerConfig optimizer,
      Start start) {
    return new TransferConfig(
        objective,
        config.network(),
        ladder,
        optimizer,
        start,
        config.styleBlend(),
        config.originalColors(),
        config.styleScale(),
        config.seed(),
        config.stopping(),
        config.coarse());
  }
}
