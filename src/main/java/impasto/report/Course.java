package impasto.report;

import java.util.List;
import java.util.stream.IntStream;

/** The course of the loss in brief: enough points for a small curve. */
public final class Course {
  /** The most points that are kept. */
  static final int MOST_POINTS = 100;

  private Course() {}

  /**
   * Thins out the evaluations of a run evenly to at most 100 points. Losses that are not finite are
   * left out; of the others the first and the last are always kept.
   *
   * @param points evaluations in their order, as {@link RunProgress#points} gives them
   */
  public static List<CoursePoint> of(List<LossPoint> points) {
    List<LossPoint> finite =
        points.stream().filter(point -> Double.isFinite(point.loss())).toList();
    int last = finite.size() - 1;
    int kept = Math.min(finite.size(), MOST_POINTS);
    return IntStream.range(0, kept)
        .map(i -> kept == 1 ? 0 : (int) ((long) i * last / (kept - 1)))
        .mapToObj(finite::get)
        .map(point -> new CoursePoint(point.evaluations(), point.loss()))
        .toList();
  }
}
