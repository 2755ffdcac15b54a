package impasto.cli;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * A terminal on standard error. Java cannot ask for one (its console is that of standard input and
 * output), so the launchers look and say it.
 *
 * @param columns its width in characters, at the start of the process
 */
record ErrorTerminal(int columns) {
  /** Set to {@code true} by the launchers. */
  static final String PRESENT = "impasto.stderr.tty";

  /** Set by the launchers to a number of characters, or to nothing if they could not learn it. */
  static final String COLUMNS = "impasto.stderr.columns";

  private static final int USUAL_COLUMNS = 80;
  private static final int LEAST_COLUMNS = 20;

  /** The terminal of this process, if it has one on which lines can be drawn anew. */
  static Optional<ErrorTerminal> ofThisProcess() {
    return of(System.getProperties(), System.getenv());
  }

  /**
   * Looks at what the launcher said and the user wishes ({@code NO_COLOR}, {@code TERM=dumb}).
   *
   * @return empty if there is no terminal, or none to draw on
   */
  static Optional<ErrorTerminal> of(Properties properties, Map<String, String> environment) {
    boolean drawn =
        Boolean.parseBoolean(properties.getProperty(PRESENT))
            && environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !environment.getOrDefault("TERM", "").equals("dumb");
    int columns = columns(properties.getProperty(COLUMNS, ""));
    return drawn && columns >= LEAST_COLUMNS
        ? Optional.of(new ErrorTerminal(columns))
        : Optional.empty();
  }

  private static int columns(String said) {
    // Some terminals do not know their size, and say 0.
    return said.matches("[1-9]\\d{0,3}") ? Integer.parseInt(said) : USUAL_COLUMNS;
  }
}
