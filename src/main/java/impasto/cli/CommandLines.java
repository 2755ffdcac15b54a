package impasto.cli;

import java.io.PrintWriter;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

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
    LogOptions logging = new LogOptions();
    CommandLine commandLine =
        new CommandLine(new ImpastoCommand())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setUsageHelpAutoWidth(true)
            .setAbbreviatedOptionsAllowed(false);
    commandLine.getSubcommands().values().forEach(command -> command.addMixin("logging", logging));
    commandLine.setExecutionStrategy(
        parsed -> {
          logging.apply();
          return new CommandLine.RunLast().execute(parsed);
        });
    commandLine.setParameterExceptionHandler(CommandLines::misused);
    commandLine.setExecutionExceptionHandler(
        (failure, command, parsed) -> failed(failure, command, logging.stacktrace()));
    return commandLine.execute(NeuralStyleNames.translate(args));
  }

  private static int misused(CommandLine.ParameterException misuse, String[] args) {
    CommandLine command = misuse.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(
        "impasto: "
            + oneLine(misuse)
            + " (see "
            + command.getCommandSpec().qualifiedName()
            + " --help)");
    return ExitCode.USAGE.code();
  }

  private static int failed(Exception failure, CommandLine command, boolean stacktrace) {
    ExitCode code = ExitCode.of(failure);
    String message = oneLine(failure);
    if (code == ExitCode.BUG) {
      message = "this is a bug of ours: " + failure.getClass().getSimpleName() + ": " + message;
    }
    command.getErr().println("impasto: " + message);
    if (stacktrace) {
      failure.printStackTrace(command.getErr());
    } else if (code == ExitCode.BUG) {
      command.getErr().println("impasto: please report it with the output of --stacktrace");
    }
    LoggerFactory.getLogger(CommandLines.class).debug("exit code {}", code.code());
    return code.code();
  }

  private static String oneLine(Exception failure) {
    String message = failure.getMessage();
    return message == null
        ? failure.getClass().getSimpleName()
        : message.replaceAll("\\s*\\R\\s*", " ");
  }
}
