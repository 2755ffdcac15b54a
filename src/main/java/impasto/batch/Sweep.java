package impasto.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An option and the values it is to have one after the other, in the words of the command line.
 *
 * @param option its long name without dashes, such as {@code style-weight}
 * @param values at least one, all different
 */
public record Sweep(String option, List<String> values) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

  /** Copies the list. */
  public Sweep {
    values = List.copyOf(values);
  }

  /**
   * Parses {@code style-weight=100,1000}. Values are parted by commas, or by semicolons if there is
   * one, for options whose values hold commas: {@code iterations=100;200,100}.
   *
   * @param text the option, with or without its dashes, and its values
   * @throws IllegalArgumentException if it is something else, or a value is empty or there twice
   */
  public static Sweep parse(String text) {
    int equals = text.indexOf('=');
    String option = equals < 0 ? "" : text.substring(0, equals).strip().replaceFirst("^--", "");
    if (!NAME.matcher(option).matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no option with values; write it as style-weight=100,1000");
    }
    String list = text.substring(equals + 1);
    String separator = list.contains(";") ? ";" : ",";
    List<String> values = Arrays.stream(list.split(separator, -1)).map(String::strip).toList();
    Set<String> seen = new HashSet<>();
    for (String value : values) {
      if (value.isEmpty()) {
        throw new IllegalArgumentException(
            "'" + text + "' has an empty value; write it as style-weight=100,1000");
      }
      if (!seen.add(value)) {
        throw new IllegalArgumentException(
            "'%s' has the value %s twice; leave one out".formatted(text, value));
      }
    }
    return new Sweep(option, values);
  }

  /**
   * Every value of each with every value of the others.
   *
   * @param sweeps the first one's value changes last; none give a single point without settings
   * @return values by option, in the order of the sweeps
   * @throws IllegalArgumentException if two are of the same option
   */
  public static List<Map<String, String>> grid(List<Sweep> sweeps) {
    List<Map<String, String>> grid = List.of(Map.of());
    Set<String> options = new HashSet<>();
    for (Sweep sweep : sweeps) {
      if (!options.add(sweep.option)) {
        throw new IllegalArgumentException(
            "values for %s are given twice; give them all at once".formatted(sweep.option));
      }
      List<Map<String, String>> finer = new ArrayList<>();
      for (Map<String, String> point : grid) {
        for (String value : sweep.values) {
          Map<String, String> with = new LinkedHashMap<>(point);
          with.put(sweep.option, value);
          finer.add(Collections.unmodifiableMap(with));
        }
      }
      grid = finer;
    }
    return Collections.unmodifiableList(grid);
  }
}
