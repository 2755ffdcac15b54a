package impasto.compare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A recipe of a comparison.
 *
 * @param name what it is called, not blank
 * @param settings its options by their long names without dashes
 */
public record NamedRecipe(String name, Map<String, String> settings) {

  /** Copies the map, in its order. */
  public NamedRecipe {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /** Its options as they are given, such as {@code --iterations 50}; empty for the defaults. */
  public String words() {
    StringBuilder words = new StringBuilder();
    settings.forEach((name, value) -> words.append("--%s %s ".formatted(name, value)));
    return words.toString().strip();
  }
}
