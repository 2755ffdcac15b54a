package impasto.cli;

import java.util.Locale;

/**
 * One thing that {@code doctor} found.
 *
 * @param level how good it is
 * @param topic what was looked at, in a word or two
 * @param text what it is; for a problem, the way out too
 */
record Finding(Level level, String topic, String text) {

  /** How good it is. */
  enum Level {
    OK,
    NOTE,
    PROBLEM
  }

  static Finding ok(String topic, String text) {
    return new Finding(Level.OK, topic, text);
  }

  static Finding note(String topic, String text) {
    return new Finding(Level.NOTE, topic, text);
  }

  static Finding problem(String topic, String text) {
    return new Finding(Level.PROBLEM, topic, text);
  }

  /** One aligned line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%-8s %-12s %s", level.name().toLowerCase(Locale.ROOT), topic, text);
  }
}
