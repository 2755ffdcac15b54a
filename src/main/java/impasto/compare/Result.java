package impasto.compare;

import impasto.config.CoarseNetwork;
import impasto.report.RunRecord;
import impasto.report.ScaleRecord;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of a trial.
 *
 * @param trial what was to be painted
 * @param record of the run that painted it; empty if there is no picture that counts
 * @param measurement of that picture
 * @param lastScale how its loss fell at the end
 * @param state why there is nothing, or what is missing; empty if all went well
 */
public record Result(
    Trial trial,
    Optional<RunRecord> record,
    Optional<Measurement> measurement,
    LastScale lastScale,
    Optional<State> state) {

  /**
   * How a trial stands that is not as it should be.
   *
   * @param kind in a word
   * @param reason in a sentence
   */
  public record State(Kind kind, String reason) {}

  /** The ways in which a trial can stand. */
  public enum Kind {
    /** It could not be painted or judged. */
    FAILED,
    /** In its place is a picture of other files or settings, which stays. */
    STALE,
    /** The comparison was ended before it came to it. */
    LEFT;

    /** As tables and the page have it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The same with another measurement and state. */
  public Result with(Optional<Measurement> other, Optional<State> now) {
    return new Result(trial, record, other, lastScale, now);
  }

  /** How the picture was judged. */
  public Optional<Judgement> judgement() {
    return measurement.flatMap(Measurement::judgement);
  }

  /** From the start of its process to its end, in seconds. */
  public Optional<Double> seconds() {
    return measurement.map(Measurement::seconds);
  }

  /** Evaluations of the objective, at all scales. */
  public Optional<Double> evaluations() {
    return record.map(run -> run.scales().stream().mapToDouble(ScaleRecord::evaluations).sum());
  }

  /**
   * The same, each counted by its pixels relative to those of the last scale, and those of the
   * network that paints before another by what they cost.
   */
  public Optional<Double> fullSizeEvaluations() {
    return record.filter(run -> !run.scales().isEmpty()).map(Result::fullSizeEvaluations);
  }

  /** The most resident memory of its process, in megabytes of 2^20 bytes. */
  public Optional<Double> peakMemoryMb() {
    return record.flatMap(RunRecord::peakMemoryMb);
  }

  private static double fullSizeEvaluations(RunRecord run) {
    List<ScaleRecord> before = run.scales().subList(0, run.scales().size() - 1);
    ScaleRecord last = run.scales().get(before.size());
    double sum = before.stream().mapToDouble(it -> it.evaluations() * pixels(it)).sum();
    return last.evaluations() + cost(run) * sum / pixels(last);
  }

  /** What an evaluation before the last scale took, beside one there of as many pixels. */
  private static double cost(RunRecord run) {
    CoarseNetwork asked = run.recipe().transfer().coarse();
    boolean took =
        switch (asked) {
          case SAME -> false;
          case BUILTIN -> run.recipe().weights().coarse().isPresent();
          case SHALLOW -> isFinished(run.scales());
        };
    return took ? asked.cost() : 1;
  }

  /** Whether the last scale was painted by two networks. */
  private static boolean isFinished(List<ScaleRecord> scales) {
    int last = scales.size() - 1;
    return last > 0 && pixels(scales.get(last - 1)) == pixels(scales.get(last));
  }

  private static double pixels(ScaleRecord scale) {
    return (double) scale.width() * scale.height();
  }
}
