package impasto.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * The summary as a table of the page.
 *
 * @param columns those of which there is anything to tell, after recipe and size
 * @param rows a line each
 */
record SummaryView(List<SummaryColumn> columns, List<Row> rows) {

  /**
   * A line.
   *
   * @param recipe its name
   * @param size the longer side in pixels
   * @param first whether it is the first of its size
   * @param cells one a column
   */
  record Row(String recipe, int size, boolean first, List<String> cells) {}

  static SummaryView of(List<SummaryLine> lines) {
    List<SummaryColumn> columns = SummaryColumn.used(lines);
    List<Row> rows = new ArrayList<>();
    int size = 0;
    for (SummaryLine line : lines) {
      rows.add(
          new Row(
              line.recipe(),
              line.size(),
              line.size() != size,
              columns.stream().map(column -> column.text().apply(line)).toList()));
      size = line.size();
    }
    return new SummaryView(columns, rows);
  }
}
