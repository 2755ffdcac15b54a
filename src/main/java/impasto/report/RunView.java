package impasto.report;

import java.util.List;
import java.util.Optional;

/**
 * What a card tells of the run that painted its picture.
 *
 * @param size of the picture
 * @param time that the run took
 * @param evaluations of the objective
 * @param loss at the end
 * @param terms that the loss is the sum of
 * @param course of the loss
 * @param settings all of them
 */
record RunView(
    String size,
    String time,
    int evaluations,
    String loss,
    List<NamedValue> terms,
    Optional<CourseView> course,
    List<NamedValue> settings) {

  /** The view of a record; empty if it tells of no scale. */
  static Optional<RunView> of(RunRecord record) {
    if (record.scales().isEmpty()) {
      return Optional.empty();
    }
    ScaleRecord last = record.scales().get(record.scales().size() - 1);
    double seconds =
        record
            .seconds()
            .getOrDefault(
                "total", record.scales().stream().mapToDouble(ScaleRecord::seconds).sum());
    return Optional.of(
        new RunView(
            last.width() + " \u00d7 " + last.height(),
            PageNumbers.time(seconds),
            record.scales().stream().mapToInt(ScaleRecord::evaluations).sum(),
            PageNumbers.loss(last.loss()),
            last.terms().entrySet().stream()
                .map(term -> new NamedValue(term.getKey(), PageNumbers.loss(term.getValue())))
                .toList(),
            record.course().flatMap(CourseView::of),
            Settings.of(record.recipe()).stream()
                .map(setting -> new NamedValue(setting.name(), setting.value()))
                .toList()));
  }
}
