package impasto.report;

import java.util.List;
import java.util.stream.Collectors;

/** Command lines as a user would type them into a POSIX shell. */
public final class Shell {
  private Shell() {}

  /**
   * A whole command line, quoted where a shell would split or change it.
   *
   * @param args the arguments after {@code impasto}
   */
  public static String line(List<String> args) {
    return args.stream().map(Shell::quoted).collect(Collectors.joining(" ", "impasto ", ""));
  }

  private static String quoted(String arg) {
    return arg.matches("[\\p{L}\\p{N}_./:,=+@%-]+") ? arg : "'" + arg.replace("'", "'\\''") + "'";
  }
}
