package impasto.cli;

import impasto.report.Printable;
import java.io.PrintWriter;
import java.util.List;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line as a whole: parsing, logging, and one place where failures become exit codes.
 */
final class CommandLines {
  private CommandLines() {}

  /**
   * Runs a command.
   *
   * @param args the command line
   * @return the exit code
   */
  static int execute(String... args) {
    return of(new ImpastoCommand()).execute(NeuralStyleNames.translate(args));
  }

  /** A command with our ways of converting, logging and failing. */
  static CommandLine of(Object command) {
    LogOptions logging = new LogOptions();
    CommandLine commandLine =
        new CommandLine(command).setUsageHelpAutoWidth(true).setExpandAtFiles(false);
    addToSubcommands(commandLine, logging);
    Converters.register(commandLine);
    commandLine.setExecutionStrategy(
        parsed -> {
          logging.apply();
          refuseRepetitions(parsed);
          try {
            return new CommandLine.RunLast().execute(parsed);
          } catch (Error e) {
            // picocli hands exceptions to the handler below, but lets errors pass.
            return failed(e, commandLine, logging.stacktrace());
          }
        });
    commandLine.setParameterExceptionHandler(CommandLines::misused);
    commandLine.setExecutionExceptionHandler(
        (failure, failing, parsed) -> failed(failure, failing, logging.stacktrace()));
    return commandLine;
  }

  /** Commands that only gather others take no logging options: parsing theirs would reset them. */
  private static void addToSubcommands(CommandLine commandLine, LogOptions logging) {
    for (CommandLine subcommand : commandLine.getSubcommands().values()) {
      subcommand.getCommandSpec().versionProvider(new Version());
      if (subcommand.getSubcommands().isEmpty()) {
        subcommand.addMixin("logging", logging);
      } else {
        addToSubcommands(subcommand, logging);
      }
    }
  }

  /** picocli takes the last value of an option in a group, though it refuses two elsewhere. */
  private static void refuseRepetitions(ParseResult parsed) {
    for (CommandLine command : parsed.asCommandLineList()) {
      for (OptionSpec option : command.getParseResult().matchedOptions()) {
        if (!option.isMultiValue() && option.originalStringValues().size() > 1) {
          throw new ParameterException(
              command, "option '" + option.longestName() + "' should be specified only once");
        }
      }
    }
  }

  private static int misused(ParameterException misuse, String[] args) {
    CommandLine command = misuse.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(
        "impasto: "
            + complaint(misuse)
            + " (see "
            + command.getCommandSpec().qualifiedName()
            + " --help)");
    return ExitCode.USAGE.code();
  }

  private static String complaint(ParameterException misuse) {
    if (!(misuse instanceof UnmatchedArgumentException unmatched)) {
      return oneLine(misuse);
    }
    boolean noCommand =
        !unmatched.isUnknownOption() && !misuse.getCommandLine().getSubcommands().isEmpty();
    List<String> similar = unmatched.getSuggestions();
    return (noCommand
            ? "there is no command '" + Printable.text(unmatched.getUnmatched().get(0)) + "'"
            : oneLine(misuse))
        + (similar.isEmpty() ? "" : "; did you mean " + similar.get(0) + "?");
  }

  private static int failed(Throwable failure, CommandLine command, boolean stacktrace) {
    ExitCode code = ExitCode.of(failure);
    command.getErr().println("impasto: " + words(failure));
    if (stacktrace) {
      failure.printStackTrace(command.getErr());
    }
    LoggerFactory.getLogger(CommandLines.class).debug("exit code {}", code.code());
    return code.code();
  }

  /** What a user is told of a failure, in one line. */
  static String words(Throwable failure) {
    String message = oneLine(failure);
    if (failure instanceof OutOfMemoryError) {
      return "out of memory (" + message + "); use a smaller --size, or give Java more with -Xmx";
    }
    return ExitCode.of(failure) == ExitCode.BUG
        ? "this is a bug of ours; please report it with the output of --stacktrace: "
            + failure.getClass().getSimpleName()
            + ": "
            + message
        : message;
  }

  /** Names of files may hold what breaks lines or steers a terminal. */
  private static String oneLine(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : Printable.text(message);
  }
}
