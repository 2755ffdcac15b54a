package impasto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class HelpTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stylize",
        "batch",
        "compare",
        "score",
        "show",
        "bench",
        "doctor",
        "completion",
        "models",
        "models list",
        "models install",
        "models path",
        "models verify",
        "models remove"
      })
  void helpExplainsEveryOptionAndGivesAnExample(String names) throws Exception {
    CommandRun run = CommandRun.in(folder, (Object[]) (names + " --help").split(" ", -1));
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines().filter(line -> line.startsWith("Example"))).hasSize(1);
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    CommandLine command = CommandLines.of(new ImpastoCommand());
    for (String name : names.split(" ", -1)) {
      command = command.getSubcommands().get(name);
    }
    for (OptionSpec option : command.getCommandSpec().options()) {
      assertThat(run.out()).contains(option.longestName());
      assertThat(option.description()).as(option.longestName()).isNotEmpty();
    }
  }

  @Test
  void helpListsTheCommandsAndTheExitCodes() throws Exception {
    CommandRun run = CommandRun.in(folder, "--help");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("  stylize  ", "  batch  ", "  score  ", "  bench  ", "  models  ", "\n  130  ")
        .doesNotContain(BatchWorkerCommand.NAME);
    for (ExitCode code : ExitCode.values()) {
      assertThat(run.out()).containsPattern("(?m)^ +" + code.code() + " ");
    }
  }

  @Test
  void helpKeepsTheNamesOfNeuralStyleToItself() throws Exception {
    CommandRun run = CommandRun.in(folder, "stylize", "--help");
    assertThat(run.out())
        .contains("--size", "--init=")
        .doesNotContain("image-size", "image_size", "init-image", "num-iterations", "model-file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "stylize --version", "models list --version"})
  void theVersionIsThatOfTheBuild(String args) throws Exception {
    CommandRun run = CommandRun.in(folder, (Object[]) args.split(" ", -1));
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().strip()).matches("impasto \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
  }
}
