package impasto.compare;

import impasto.report.Printable;
import java.util.ArrayList;
import java.util.List;

/** The summary as plain text: numbers stand right in their columns. */
public final class SummaryText {
  private static final String GAP = "  ";

  private SummaryText() {}

  /**
   * The table, with a line break after each line.
   *
   * @param lines of the summary
   */
  public static String of(List<SummaryLine> lines) {
    List<SummaryColumn> columns = SummaryColumn.used(lines);
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("recipe", "size"));
    columns.forEach(column -> head.add(column.title()));
    rows.add(head);
    for (SummaryLine line : lines) {
      List<String> row =
          new ArrayList<>(List.of(Printable.text(line.recipe()), Integer.toString(line.size())));
      for (SummaryColumn column : columns) {
        String text = column.text().apply(line);
        row.add(text.isEmpty() ? "-" : text);
      }
      rows.add(row);
    }
    StringBuilder table = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        int place = i;
        int width = rows.stream().mapToInt(it -> it.get(place).length()).max().orElse(0);
        String padding = " ".repeat(width - row.get(i).length());
        text.append(i == 0 ? row.get(i) + padding : GAP + padding + row.get(i));
      }
      table.append(text.toString().stripTrailing()).append(System.lineSeparator());
    }
    return table.toString();
  }
}
