package impasto.batch;

import impasto.report.NearName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * The columns of a pairs file.
 *
 * @param names their names without dashes, all different, with {@link #CONTENT} and {@link #STYLE}
 */
record PairsHeader(List<String> names) {
  static final String CONTENT = "content";
  static final String STYLE = "style";
  static final String OUTPUT = "output";

  /** Copies the list. */
  PairsHeader {
    names = List.copyOf(names);
  }

  /**
   * Checks the first row of a file.
   *
   * @param cells the row
   * @param options the names there may be besides our own
   * @throws IllegalArgumentException if one is unknown, missing or there twice, with the way out
   */
  static PairsHeader of(Iterable<String> cells, Set<String> options) {
    Set<String> known = new TreeSet<>(options);
    known.addAll(List.of(CONTENT, STYLE, OUTPUT));
    List<String> names = new ArrayList<>();
    for (String cell : StreamSupport.stream(cells.spliterator(), false).toList()) {
      String name = cell.strip().replaceFirst("^--", "");
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "'" + cell + "' is no column" + guess(cell, name, known));
      }
      if (names.contains(name)) {
        throw new IllegalArgumentException("the column " + name + " is there twice; leave one out");
      }
      names.add(name);
    }
    for (String needed : List.of(CONTENT, STYLE)) {
      if (!names.contains(needed)) {
        throw new IllegalArgumentException(
            "there is no column %s; the first line names the columns, such as content,style"
                .formatted(needed));
      }
    }
    return new PairsHeader(names);
  }

  private static String guess(String cell, String name, Set<String> known) {
    if (cell.contains(";") || cell.contains("\t")) {
      return "; part columns by commas";
    }
    return NearName.of(name, known)
        .map(near -> "; did you mean " + near + "?")
        .orElse("; there are content, style, output and options by their long names");
  }
}
