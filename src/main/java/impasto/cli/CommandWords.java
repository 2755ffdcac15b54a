package impasto.cli;

import impasto.models.InstalledModels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Writes command lines of {@code stylize}.
 *
 * @param options of that command
 */
record CommandWords(CommandSpec options) {

  /**
   * A whole command line, after {@code impasto}.
   *
   * @param values of options by long names without dashes
   * @param output the result
   * @param content the photo
   * @param styles the paintings
   */
  List<String> command(Map<String, String> values, Path output, Path content, List<Path> styles) {
    List<String> arguments = new ArrayList<>(List.of("stylize"));
    values.forEach((name, value) -> option(name, value).ifPresent(arguments::add));
    arguments.addAll(List.of("--output=" + output, "--", content.toString()));
    styles.forEach(style -> arguments.add(style.toString()));
    return arguments;
  }

  private Optional<String> option(String name, String value) {
    OptionSpec spec = options.findOption("--" + name);
    boolean flag = spec != null && spec.arity().max() == 0;
    if (flag && value.equals("false")) {
      return Optional.empty();
    }
    // picocli notes a flag that is set as an empty value.
    return Optional.of(
        flag && (value.isEmpty() || value.equals("true"))
            ? "--" + name
            : "--" + name + "=" + value);
  }

  /** A value; if it names a file, relative to a folder, its absolute path. */
  static String absolute(Path folder, String name, String value) {
    boolean isFile =
        switch (name) {
          case "model" -> !InstalledModels.isName(value);
          case "init" -> !Set.of("content", "image", "random").contains(value);
          default -> false;
        };
    return isFile ? folder.resolve(value).toString() : value;
  }
}
