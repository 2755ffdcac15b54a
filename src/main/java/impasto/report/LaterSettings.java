package impasto.report;

import impasto.config.CoarseNetwork;
import impasto.config.OptimizerConfig.Preconditioner;
import impasto.config.StoppingConfig;
import impasto.config.StyleStatistics;
import java.lang.reflect.RecordComponent;
import java.util.Map;

/**
 * Settings that came later than the first records. A file without one is of a version that always
 * did what stands here.
 */
final class LaterSettings {
  private static final Map<String, Object> BEFORE =
      Map.of(
          "TransferConfig.stopping", StoppingConfig.NEVER,
          "TransferConfig.coarse", CoarseNetwork.SAME,
          "ObjectiveConfig.statistics", StyleStatistics.GRAM,
          "LadderConfig.finish", 0,
          "LadderConfig.detail", 0.0,
          "Adam.averaging", 0.0,
          "Lbfgs.preconditioner", Preconditioner.NONE);

  private LaterSettings() {}

  /** What a setting was before it could be set; null if it always could. */
  static Object before(RecordComponent component) {
    return BEFORE.get(component.getDeclaringRecord().getSimpleName() + "." + component.getName());
  }
}
