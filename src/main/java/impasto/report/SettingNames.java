package impasto.report;

import java.util.Locale;
import java.util.Map;

/** What the settings in a recipe's JSON are called on the command line. */
final class SettingNames {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("transfer.objective.contentLayers", "--content-layers"),
          Map.entry("transfer.objective.styleLayers", "--style-layers"),
          Map.entry("transfer.objective.contentWeight", "--content-weight"),
          Map.entry("transfer.objective.styleWeight", "--style-weight"),
          Map.entry("transfer.objective.tvWeight", "--tv-weight"),
          Map.entry("transfer.objective.scaling", "units of the terms"),
          Map.entry("transfer.objective.range", "units of the picture"),
          Map.entry("transfer.network.pooling", "--pooling"),
          Map.entry("transfer.network.padding", "--padding"),
          Map.entry("transfer.network.precision", "--precision"),
          Map.entry("transfer.ladder.size", "--size"),
          Map.entry("transfer.ladder.minSize", "--min-size"),
          Map.entry("transfer.ladder.scales", "--scales"),
          Map.entry("transfer.ladder.iterations", "--iterations"),
          Map.entry("transfer.ladder.finish", "--finish-iterations"),
          Map.entry("transfer.ladder.detail", "--content-detail"),
          Map.entry("transfer.optimizer.type", "--optimizer"),
          Map.entry("transfer.optimizer.learningRate", "--learning-rate"),
          Map.entry("transfer.optimizer.historySize", "--lbfgs-history"),
          Map.entry("transfer.optimizer.rule", "rule of the step"),
          Map.entry("transfer.optimizer.beta1", "beta1"),
          Map.entry("transfer.optimizer.beta2", "beta2"),
          Map.entry("transfer.optimizer.epsilon", "epsilon"),
          Map.entry("transfer.optimizer.clamp", "clamped to black and white"),
          Map.entry("transfer.start.type", "--init"),
          Map.entry("transfer.styleBlend", "--style-blend"),
          Map.entry("transfer.originalColors", "--original-colors"),
          Map.entry("transfer.styleScale", "--style-scale"),
          Map.entry("transfer.seed", "--seed"),
          Map.entry("transfer.optimizer.averaging", "--averaging"),
          Map.entry("transfer.optimizer.preconditioner", "--preconditioner"),
          Map.entry("transfer.objective.statistics", "--style-statistics"),
          Map.entry("transfer.coarse", "--coarse-network"),
          Map.entry("transfer.stopping.tolerance", "--tolerance"),
          Map.entry("transfer.stopping.window", "window of the tolerance"),
          Map.entry("transfer.stopping.timeLimit", "--time-limit"),
          Map.entry("engine.device", "--device"),
          Map.entry("engine.threads", "--threads"),
          Map.entry("output.bitDepth", "--bit-depth"),
          Map.entry("output.jpegQuality", "--jpeg-quality"),
          Map.entry("output.strip", "--strip"),
          Map.entry("output.maxPixels", "--max-pixels"),
          Map.entry("weights.input", "--input-convention"));

  private SettingNames() {}

  /** The name of the setting at a path; the path in words if it has none. */
  static String of(String path) {
    String words = path.replaceFirst("^transfer\\.", "").replace('.', ' ');
    return NAMES.getOrDefault(
        path, words.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT));
  }

  /** What the setting at a path belongs to. */
  static Topic topicOf(String path) {
    if (path.startsWith("weights.")
        || path.startsWith("transfer.network.")
        || path.equals("transfer.coarse")) {
      return Topic.NETWORK;
    }
    if (path.startsWith("engine.")) {
      return Topic.ENGINE;
    }
    if (path.startsWith("output.")) {
      return Topic.OUTPUT;
    }
    if (path.startsWith("transfer.ladder.") || path.startsWith("transfer.stopping.")) {
      return Topic.SCALES;
    }
    boolean ofTheOptimizer =
        path.startsWith("transfer.optimizer.")
            || path.startsWith("transfer.start.")
            || path.equals("transfer.seed");
    return ofTheOptimizer ? Topic.OPTIMIZER : Topic.OBJECTIVE;
  }
}
