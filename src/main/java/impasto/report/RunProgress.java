package impasto.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Collects what a run comes to, evaluation by evaluation: a record a scale, and points for a plot.
 * It can be saved with a checkpoint and goes on from there.
 */
public final class RunProgress {
  /** The most points that are kept; beyond, every other one is let go. */
  static final int MOST_POINTS = 4000;

  private static final String KIND = "impasto-progress";

  private final List<ScaleProgress> scales;
  private final List<LossPoint> points;
  private int stride;
  private Optional<LossPoint> last;

  /** Nothing yet. */
  public RunProgress() {
    this(new Saved(1, List.of(), List.of(), Optional.empty()));
  }

  private RunProgress(Saved saved) {
    stride = saved.stride();
    scales = new ArrayList<>(saved.scales());
    points = new ArrayList<>(saved.points());
    last = saved.last();
  }

  /**
   * All that a collector knows.
   *
   * @param stride one in so many evaluations is a point
   * @param scales so far
   * @param points for the plot
   * @param last the last evaluation, whether or not it is among the points
   */
  record Saved(
      int stride, List<ScaleProgress> scales, List<LossPoint> points, Optional<LossPoint> last) {
    Saved {
      Require.atLeast("the stride", 1, stride);
      scales = List.copyOf(scales);
      points = List.copyOf(points);
    }
  }

  /**
   * Adds an evaluation; they come in their order.
   *
   * @param point what it came to
   */
  public void add(LossPoint point) {
    int newest = scales.size() - 1;
    boolean first = newest < 0 || scales.get(newest).scale() != point.scale();
    if (first) {
      scales.add(ScaleProgress.begin(point, newest < 0 ? 0 : scales.get(newest).ended()));
    } else {
      scales.set(newest, scales.get(newest).and(point));
    }
    if (first || onStride(point)) {
      points.add(point);
    }
    if (points.size() > MOST_POINTS) {
      stride *= 2;
      thin();
    }
    last = Optional.of(point);
  }

  /** How each scale went so far: its lowest loss, and the terms there. */
  public List<ScaleRecord> scales() {
    return scales.stream().map(ScaleProgress::record).toList();
  }

  /**
   * Evaluations for a plot, evenly thinned out to a few thousand; the first of each scale and the
   * last of all are always among them.
   */
  public List<LossPoint> points() {
    List<LossPoint> all = new ArrayList<>(points);
    last.filter(point -> all.isEmpty() || !all.get(all.size() - 1).equals(point))
        .ifPresent(all::add);
    return List.copyOf(all);
  }

  /** All that was collected, for {@link #fromJson}. */
  public String toJson() {
    return RecordJson.compact(RecordJson.tree(KIND, new Saved(stride, scales, points, last)));
  }

  /**
   * A collector that goes on where another was saved.
   *
   * @param source what the text came from, for messages
   * @param json from {@link #toJson}
   * @throws UnreadableRecordException if it is damaged
   */
  public static RunProgress fromJson(String source, String json) {
    return new RunProgress(RecordJson.parse(Saved.class, KIND, source, json));
  }

  private boolean onStride(LossPoint point) {
    return (point.evaluations() - 1) % stride == 0;
  }

  private void thin() {
    int scale = 0;
    List<LossPoint> kept = new ArrayList<>();
    for (LossPoint point : points) {
      if (point.scale() != scale || onStride(point)) {
        kept.add(point);
      }
      scale = point.scale();
    }
    points.clear();
    points.addAll(kept);
  }
}
