package impasto.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command without a subcommand: says what there is. */
@Command(
    name = "impasto",
    description = "Paints photos in the manner of paintings: neural style transfer.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      StylizeCommand.class,
      BatchCommand.class,
      BatchWorkerCommand.class,
      CompareCommand.class,
      ScoreCommand.class,
      ShowCommand.class,
      ModelsCommand.class,
      BenchCommand.class,
      DoctorCommand.class,
      CompletionCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "  0:done",
      "  1:a bug of ours",
      "  2:wrong usage",
      "  3:an input cannot be used",
      "  4:a model is missing or corrupt",
      "  5:the computation failed, or the system killed it",
      "  6:the output cannot be written",
      "  7:some pictures of a batch or comparison failed",
      "130:interrupted; an unfinished picture is saved as NAME.partial.png",
      "143:terminated; likewise"
    },
    footer = {"", "Example:", "  impasto stylize --help"})
final class ImpastoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.USAGE.code();
  }
}
