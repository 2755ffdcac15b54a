package impasto.cli;

import java.util.List;
import java.util.stream.Collectors;

/** Command lines as a user would type them into a POSIX shell. */
final class Shell {
  private Shell() {}

  /** The arguments after the command's name, quoted where a shell would split or change them. */
  static String line(List<String> args) {
    return args.stream().map(Shell::quoted).collect(Collectors.joining(" ", "impasto ", ""));
  }

  private static String quoted(String arg) {
    return arg.matches("[\\p{L}\\p{N}_./:,=+@%-]+") ? arg : "'" + arg.replace("'", "'\\''") + "'";
  }
}
