package impasto.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The course of a loss as a line in a box of 300 x 80, on a logarithmic axis.
 *
 * @param label what the line shows, in words
 * @param points of the line, as SVG has them
 */
record CourseView(String label, String points) {
  static final int WIDTH = 300;
  static final int HEIGHT = 80;

  /** Free above and below, so that the line is not cut off. */
  private static final int MARGIN = 2;

  /** The curve; empty if fewer than two losses can be shown, which must be above 0. */
  static Optional<CourseView> of(List<CoursePoint> course) {
    List<CoursePoint> shown = course.stream().filter(point -> point.loss() > 0).toList();
    if (shown.size() < 2) {
      return Optional.empty();
    }
    CoursePoint first = shown.get(0);
    CoursePoint last = shown.get(shown.size() - 1);
    double low = shown.stream().mapToDouble(point -> Math.log(point.loss())).min().orElseThrow();
    double high = shown.stream().mapToDouble(point -> Math.log(point.loss())).max().orElseThrow();
    double across = Math.max(1, last.evaluations() - first.evaluations());
    String points =
        shown.stream()
            .map(
                point ->
                    place(
                        (point.evaluations() - first.evaluations()) / across,
                        high == low ? 0.5 : (high - Math.log(point.loss())) / (high - low)))
            .collect(Collectors.joining(" "));
    String label =
        "loss from %s to %s in %d evaluations, logarithmic axis"
            .formatted(
                PageNumbers.loss(first.loss()), PageNumbers.loss(last.loss()), last.evaluations());
    return Optional.of(new CourseView(label, points));
  }

  private static String place(double right, double down) {
    return String.format(
        Locale.ROOT, "%.0f,%.1f", right * WIDTH, MARGIN + down * (HEIGHT - 2 * MARGIN));
  }
}
