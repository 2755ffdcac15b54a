package impasto.batch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Names results by what their jobs are. */
final class Naming {
  private static final String INDEX = "index";
  private static final Set<String> OF_THE_JOB =
      Set.of(NameTemplate.CONTENT, NameTemplate.STYLE, INDEX);

  private final Function<Map<String, String>, Map<String, String>> effective;

  /** Many jobs have the same settings, and to make all of their options costs a little. */
  private final Map<Map<String, String>, Map<String, String>> known = new HashMap<>();

  /**
   * @param effective gives the value of every option, set or not, from a job's own settings
   */
  Naming(Function<Map<String, String>, Map<String, String>> effective) {
    this.effective = effective;
  }

  /**
   * The name of a job's result.
   *
   * @param content the photo's name, with the folders that the result is to lie in
   * @throws IllegalArgumentException if a placeholder has no value
   */
  String name(
      NameTemplate template,
      int index,
      String content,
      List<Source> styles,
      Map<String, String> settings) {
    Map<String, String> values = new HashMap<>();
    if (!OF_THE_JOB.containsAll(template.placeholders())) {
      values.putAll(known.computeIfAbsent(settings, effective));
    }
    values.put(INDEX, Integer.toString(index));
    values.put(NameTemplate.CONTENT, Source.stem(content));
    values.put(
        NameTemplate.STYLE,
        styles.stream().map(style -> Source.stem(style.name())).collect(Collectors.joining("+")));
    return template.name(values);
  }
}
