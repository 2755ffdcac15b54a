package impasto.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Accepts the option names of neural-style and neural-style-pt, with one dash or two, with
 * underscores or hyphens, by rewriting them to ours before the command line is parsed.
 */
final class NeuralStyleNames {
  /** neural-style's name, with hyphens, and ours. Names that are the same need no line. */
  static final Map<String, String> OURS =
      Map.ofEntries(
          Map.entry("image-size", "--size"),
          Map.entry("num-iterations", "--iterations"),
          Map.entry("style-blend-weights", "--style-blend"),
          Map.entry("lbfgs-num-correction", "--lbfgs-history"),
          Map.entry("output-image", "--output"),
          Map.entry("model-file", "--model"),
          Map.entry("init-image", "--init"),
          Map.entry("init", "--init"),
          Map.entry("content-weight", "--content-weight"),
          Map.entry("style-weight", "--style-weight"),
          Map.entry("tv-weight", "--tv-weight"),
          Map.entry("content-layers", "--content-layers"),
          Map.entry("style-layers", "--style-layers"),
          Map.entry("style-scale", "--style-scale"),
          Map.entry("learning-rate", "--learning-rate"),
          Map.entry("optimizer", "--optimizer"),
          Map.entry("pooling", "--pooling"),
          Map.entry("seed", "--seed"));

  private static final String CONTENT = "content-image";
  private static final String STYLE = "style-image";

  private NeuralStyleNames() {}

  /**
   * Rewrites a command line. {@code content_image} and {@code style_image} (several by commas)
   * become the positional parameters, before and after those given as such.
   *
   * @param args the command line
   * @return one with our names
   */
  static String[] translate(String... args) {
    List<String> content = new ArrayList<>();
    List<String> styles = new ArrayList<>();
    List<String> rest = new ArrayList<>();
    int end = Arrays.asList(args).indexOf("--");
    int options = end < 0 ? args.length : end;
    for (int i = 0; i < options; i++) {
      int equals = args[i].indexOf('=');
      String given = equals < 0 ? args[i] : args[i].substring(0, equals);
      String name = given.replaceFirst("^--?", "").replace('_', '-');
      boolean option = given.startsWith("-");
      boolean picture = option && (name.equals(CONTENT) || name.equals(STYLE));
      if (picture && (equals >= 0 || i + 1 < options)) {
        String value = equals >= 0 ? args[i].substring(equals + 1) : args[++i];
        if (name.equals(CONTENT)) {
          content.add(value);
        } else {
          styles.addAll(Arrays.asList(value.split(",")));
        }
      } else if (option && OURS.containsKey(name)) {
        rest.add(OURS.get(name) + (equals < 0 ? "" : args[i].substring(equals)));
      } else {
        rest.add(args[i]);
      }
    }
    // What follows "--" are no options.
    rest.addAll(Arrays.asList(args).subList(options, args.length));
    // The first word is the subcommand.
    rest.addAll(Math.min(1, rest.size()), content);
    rest.addAll(styles);
    return rest.toArray(String[]::new);
  }
}
