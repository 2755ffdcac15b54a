package impasto.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** How much is said on standard error. */
final class LogOptions {
  @Option(
      names = {"-q", "--quiet"},
      description = "Say nothing but errors.")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "Say what is done and by which means.")
  private boolean verbose;

  @Option(names = "--stacktrace", description = "Print the stack trace of a failure.")
  private boolean stacktrace;

  /** Whether a failure's stack trace is wanted. */
  boolean stacktrace() {
    return stacktrace;
  }

  /** Sets the levels of the loggers. */
  void apply() {
    logger("impasto").setLevel(quiet ? Level.ERROR : verbose ? Level.DEBUG : Level.INFO);
    logger("ai.djl").setLevel(verbose && !quiet ? Level.INFO : Level.ERROR);
  }

  private static Logger logger(String name) {
    return (Logger) LoggerFactory.getLogger(name);
  }
}
