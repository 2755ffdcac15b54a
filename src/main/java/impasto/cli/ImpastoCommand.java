package impasto.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a subcommand: says what there is. */
@Command(
    name = "impasto",
    description = "Paints photos in the manner of paintings: neural style transfer.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {StylizeCommand.class, ScoreCommand.class, BenchCommand.class},
    footer = {
      "",
      "Exit codes: 0 done; 1 a bug of ours; 2 wrong usage; 3 an input cannot be used; 4 a model is",
      "missing or corrupt; 5 the computation failed; 6 the output cannot be written; 130",
      "interrupted; 143 terminated."
    })
final class ImpastoCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "a command is missing: stylize, score or bench");
  }
}
