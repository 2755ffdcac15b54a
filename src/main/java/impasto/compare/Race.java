package impasto.compare;

import impasto.config.OriginalColors;
import impasto.config.TransferConfig;
import impasto.report.Recipe;
import impasto.report.RunRecord;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How soon recipes come to where the baseline ends: the time from the start of the process until
 * the loss, on the last scale, was first as low as the baseline's lowest there. Only losses of the
 * same objective can be compared so.
 *
 * @param baseline the baseline's results, by what they competed under
 */
public record Race(Map<Trial.Round, Result> baseline) {

  /** Copies the map. */
  public Race {
    baseline = Map.copyOf(baseline);
  }

  /**
   * When a recipe came to where the baseline ends, in seconds; empty if it never did, minimised
   * something else, or one of the two was not painted.
   */
  public Optional<Double> seconds(Result result) {
    Result other = baseline.get(result.trial().round());
    if (other == null || result.seconds().isEmpty()) {
      return Optional.empty();
    }
    OptionalDouble goal = other.lastScale().lowest();
    if (goal.isEmpty() || !sameObjective(result, other)) {
      return Optional.empty();
    }
    OptionalDouble reached = result.lastScale().reached(goal.getAsDouble());
    return reached.isEmpty()
        ? Optional.empty()
        : Optional.of(beforePainting(result) + reached.getAsDouble());
  }

  /** The same relative to all the time that the baseline took. */
  public Optional<Double> ratio(Result result) {
    Result other = baseline.get(result.trial().round());
    return other == null
        ? Optional.empty()
        : seconds(result).flatMap(it -> other.seconds().map(all -> it / all));
  }

  /** What the process took for all but painting and writing: Java, the engine, reading. */
  private static double beforePainting(Result result) {
    Map<String, Double> phases = result.record().orElseThrow().seconds();
    double rest = phases.getOrDefault("paint", 0.0) + phases.getOrDefault("write", 0.0);
    return Math.max(0, result.seconds().orElseThrow() - rest);
  }

  private static boolean sameObjective(Result one, Result other) {
    Optional<Recipe> mine = one.record().map(RunRecord::recipe);
    Optional<Recipe> theirs = other.record().map(RunRecord::recipe);
    return mine.isPresent() && theirs.isPresent() && sameObjective(mine.get(), theirs.get());
  }

  /** Whether the losses of two runs on the same pictures and sizes mean the same. */
  private static boolean sameObjective(Recipe one, Recipe other) {
    TransferConfig mine = one.transfer();
    TransferConfig theirs = other.transfer();
    return mine.objective().equals(theirs.objective())
        && mine.network().pooling() == theirs.network().pooling()
        && mine.network().padding() == theirs.network().padding()
        && mine.styleScale() == theirs.styleScale()
        && recolours(mine) == recolours(theirs)
        && one.weights().sha256().equals(other.weights().sha256());
  }

  /** Whether the painting is another one than that of the file. */
  private static boolean recolours(TransferConfig config) {
    return config.originalColors() == OriginalColors.MATCH;
  }
}
