package impasto.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command that gathers those about models. */
@Command(
    name = "models",
    description = {
      "Install the weights of feature networks, look after them, or train a small one.",
      "An installed model is used by its name: -m vgg19; the one that comes along is builtin."
    },
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    subcommands = {
      ModelsListCommand.class,
      ModelsInstallCommand.class,
      ModelsPathCommand.class,
      ModelsVerifyCommand.class,
      ModelsRemoveCommand.class,
      ModelsTrainCommand.class
    },
    footer = {
      "",
      "Models are kept in IMPASTO_HOME/models, or in the user's cache if that variable",
      "is not set. Only 'models install' ever uses the network.",
      "",
      "Example:",
      "  impasto models install vgg19"
    })
final class ModelsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.USAGE.code();
  }
}
