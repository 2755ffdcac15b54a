package impasto.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what makes a shell complete our command lines. */
@Command(
    name = "completion",
    description = {
      "Print a script that completes commands, options, values and files.",
      "It is for bash and zsh; load it in ~/.bashrc, or ~/.zshrc after compinit."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {"", "Example: source <(impasto completion)"})
final class CompletionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine root = spec.root().commandLine();
    spec.commandLine().getOut().print(AutoComplete.bash(root.getCommandName(), root));
    spec.commandLine().getOut().flush();
    return ExitCode.DONE.code();
  }
}
