package impasto.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A sweep as a table: the first option's values are the rows, the second's the columns. A sweep
 * over one option is a single row; with more than two there is a table for each combination of the
 * others.
 *
 * @param pictures the photo and the paintings, in words
 * @param further the options that are the same in the whole table, and their values
 * @param columns their heads
 * @param rows from top to bottom
 */
record GridView(
    String pictures, List<NamedValue> further, List<NamedValue> columns, List<Row> rows) {

  /**
   * A row of the table.
   *
   * @param head empty in a sweep over one option
   * @param cells one a column
   */
  record Row(Optional<NamedValue> head, List<Cell> cells) {}

  /**
   * A cell of the table.
   *
   * @param jobs that belong here: one, or none if the batch leaves this combination out
   */
  record Cell(List<Job> jobs) {}

  /**
   * A job in a cell.
   *
   * @param card the card to link to
   * @param state in a word
   * @param label the values of its axes
   * @param thumbnail of its result; empty if there is none
   */
  record Job(String card, String state, String label, Optional<Thumbnail> thumbnail) {}

  /** Whether the rows have heads. */
  boolean hasHeads() {
    return rows.get(0).head().isPresent();
  }

  /** A job and where it belongs. */
  private record Placed(JobReport report, List<NamedValue> axes, Job job) {
    /** What all jobs of a table have in common. */
    List<Object> table() {
      return List.of(
          report.content(),
          report.styles(),
          axes.stream().map(NamedValue::name).toList(),
          further());
    }

    Optional<NamedValue> row() {
      return axes.size() == 1 ? Optional.empty() : Optional.of(axes.get(0));
    }

    NamedValue column() {
      return axes.get(axes.size() == 1 ? 0 : 1);
    }

    List<NamedValue> further() {
      return axes.subList(Math.min(2, axes.size()), axes.size());
    }
  }

  /** The tables of a batch. */
  static List<GridView> of(List<JobReport> jobs, Thumbnails thumbnails, int longerSide) {
    Map<List<Object>, List<Placed>> tables = new LinkedHashMap<>();
    for (int i = 0; i < jobs.size(); i++) {
      JobReport job = jobs.get(i);
      if (!job.axes().isEmpty()) {
        List<NamedValue> axes = NamedValue.listOf(job.axes());
        String label =
            axes.stream()
                .map(axis -> axis.name() + " " + axis.value())
                .collect(Collectors.joining(", "));
        Optional<Thumbnail> thumbnail = thumbnails.get(job.picture(), longerSide);
        Placed placed =
            new Placed(
                job, axes, new Job(CardView.id(i + 1), job.state().word(), label, thumbnail));
        tables.computeIfAbsent(placed.table(), unused -> new ArrayList<>()).add(placed);
      }
    }
    return tables.values().stream().map(GridView::table).toList();
  }

  private static GridView table(List<Placed> jobs) {
    List<NamedValue> columns = jobs.stream().map(Placed::column).distinct().toList();
    Map<Optional<NamedValue>, Map<NamedValue, List<Job>>> rows = new LinkedHashMap<>();
    for (Placed job : jobs) {
      rows.computeIfAbsent(job.row(), unused -> new LinkedHashMap<>())
          .computeIfAbsent(job.column(), unused -> new ArrayList<>())
          .add(job.job());
    }
    JobReport any = jobs.get(0).report();
    return new GridView(
        InputView.nameOf(any.content())
            + " in the style of "
            + any.styles().stream().map(InputView::nameOf).collect(Collectors.joining(" and ")),
        jobs.get(0).further(),
        columns,
        rows.entrySet().stream().map(row -> row(row.getKey(), row.getValue(), columns)).toList());
  }

  private static Row row(
      Optional<NamedValue> head, Map<NamedValue, List<Job>> cells, List<NamedValue> columns) {
    return new Row(
        head, columns.stream().map(name -> new Cell(cells.getOrDefault(name, List.of()))).toList());
  }
}
