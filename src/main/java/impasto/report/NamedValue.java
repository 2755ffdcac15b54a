package impasto.report;

import java.util.List;
import java.util.Map;

/**
 * A line of a list on the page.
 *
 * @param name such as an option
 * @param value what it is
 */
public record NamedValue(String name, String value) {

  /** The entries of a map, in its order. */
  public static List<NamedValue> listOf(Map<String, String> map) {
    return map.entrySet().stream()
        .map(entry -> new NamedValue(entry.getKey(), entry.getValue()))
        .toList();
  }
}
