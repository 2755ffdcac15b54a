package impasto.report;

import com.google.gson.FormattingStyle;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** JSON for people: indented, with short lists and objects on a line of their own. */
final class PrettyJson {
  private static final int LINE = 100;
  private static final Gson INDENTED =
      new GsonBuilder().setFormattingStyle(FormattingStyle.PRETTY).disableHtmlEscaping().create();

  private PrettyJson() {}

  /** An object, with a line break at its end. */
  static String text(JsonObject object) {
    List<String> lines = new ArrayList<>();
    // Strings have no line breaks in JSON: what ends in a bracket opens a list or an object.
    for (String line : INDENTED.toJson(object).split("\n", -1)) {
      lines.add(line);
      if (line.matches("\\s*[\\]}],?")) {
        fold(lines);
      }
    }
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  /** Joins the last list or object, if it is short and holds no other of more than a line. */
  private static void fold(List<String> lines) {
    int start = lines.size() - 2;
    while (!opens(lines.get(start))) {
      start--;
    }
    List<String> part = lines.subList(start, lines.size());
    // A line deeper than the next level belongs to something that was too long to be folded.
    int depth = indent(part.get(0)) + 2;
    boolean flat =
        part.subList(1, part.size() - 1).stream()
            .allMatch(line -> indent(line) == depth && !closes(line));
    boolean holdsLists = part.stream().skip(1).anyMatch(line -> line.strip().startsWith("{"));
    boolean object = part.get(0).endsWith("{");
    String between = object ? " " : "";
    String joined =
        part.get(0)
            + between
            + part.subList(1, part.size() - 1).stream()
                .map(String::strip)
                .collect(Collectors.joining(" "))
            + between
            + part.get(part.size() - 1).strip();
    if (flat && !holdsLists && joined.length() <= LINE) {
      part.clear();
      lines.add(joined);
    }
  }

  private static boolean opens(String line) {
    return line.endsWith("[") || line.endsWith("{");
  }

  private static boolean closes(String line) {
    String text = line.strip();
    return text.startsWith("]") || text.startsWith("}");
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
