package impasto.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class CompletionTest {
  @TempDir private static Path folder;

  @BeforeAll
  static void printTheScript() throws Exception {
    CommandRun run = CommandRun.in(folder, "completion");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    Files.writeString(folder.resolve("script"), run.out());
  }

  @Test
  void bashKnowsThatItCompletesImpasto() throws Exception {
    assertThat(bash("complete -p impasto")).singleElement().asString().contains("-F ", "impasto");
  }

  @ParameterizedTest
  @CsvSource({
    "impasto styl, stylize",
    "impasto stylize --pres, --preset",
    "impasto stylize --preset neu, neural-style",
    "impasto stylize --pooling a, avg",
    "impasto stylize --padding refl, reflect",
    "impasto stylize --precision bf, bfloat16",
    "impasto stylize --precision w, winograd",
    "impasto bench --precisions fl, float32",
    "impasto stylize --model vgg, vgg19 of mine.pth",
    "impasto stylize -o vgg, vgg19 of mine.pth",
    "impasto stylize vgg, vgg19 of mine.pth",
    "impasto doctor --dev, --device",
    "impasto bat, batch",
    "impasto batch --pai, --pairs",
    "impasto batch --redo st, stale",
    "impasto batch --preset neu, neural-style",
    "impasto batch --pairs vgg, vgg19 of mine.pth",
    "impasto compare --rec, --recipes",
    "impasto compare --judge vgg, vgg19 of mine.pth"
  })
  void aBeginningIsCompletedInBash(String typed, String completed) throws Exception {
    assertThat(complete(typed)).containsExactly(completed);
  }

  private static List<String> complete(String typed) throws Exception {
    Files.writeString(folder.resolve("vgg19 of mine.pth"), "");
    return bash(
        """
        compopt() { :; } # It works in an interactive shell only.
        COMP_LINE='%1$s'
        COMP_WORDS=(%1$s)
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        COMP_POINT=${#COMP_LINE}
        function=$(complete -p impasto | sed 's/.*-F \\([^ ]*\\).*/\\1/')
        $function impasto
        printf '%%s\\n' "${COMPREPLY[@]}"
        """
            .formatted(typed));
  }

  @Test
  void zshLoadsItThroughItsCompatibilityWithBash() throws Exception {
    assumeInstalled("zsh");
    assertThat(
            shell(
                "zsh",
                "-fc",
                "autoload -Uz compinit && compinit -u -d dump && source ./script"
                    + " && print -r -- $_comps[impasto]"))
        .singleElement()
        .asString()
        .contains("_complete_impasto");
  }

  @Test
  void whatIsNoCommandForPeopleIsNotOffered() throws Exception {
    assertThat(Files.readString(folder.resolve("script"))).doesNotContain(BatchWorkerCommand.NAME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stylize", "batch", "compare", "score", "bench", "doctor"})
  void whatIsOfferedCanBeParsed(String name) {
    CommandLine command = CommandLines.of(new ImpastoCommand()).getSubcommands().get(name);
    Map<String, OptionSpec> labels = new HashMap<>();
    for (OptionSpec option : command.getCommandSpec().options()) {
      if (option.completionCandidates() == null) {
        continue;
      }
      assertThat(labels.put(option.paramLabel(), option))
          .as("picocli tells candidates apart by %s's label", option.longestName())
          .isNull();
      for (String candidate : option.completionCandidates()) {
        assertThatCode(() -> parse(option, candidate)).doesNotThrowAnyException();
      }
    }
  }

  private static void parse(OptionSpec option, String candidate) {
    String name = option.command().name();
    List<String> needed =
        switch (name) {
          case "stylize" -> List.of("a.png", "b.png", "-o", "c.png", "-m", "d.pth");
          case "score" -> List.of("a.png", "b.png", "c.png", "-m", "d.pth");
          case "batch" -> List.of("-o", "results", "-m", "d.pth");
          case "compare" -> List.of("-o", "results", "--recipes", "r.csv", "-m", "d.pth");
          case "bench" -> List.of("-m", "d.pth");
          default -> List.of();
        };
    CommandLines.of(new ImpastoCommand())
        .parseArgs(
            Stream.of(List.of(name), needed, List.of(option.longestName(), candidate))
                .flatMap(List::stream)
                .toArray(String[]::new));
  }

  private static List<String> bash(String script) throws Exception {
    assumeInstalled("bash");
    return shell("bash", "--norc", "-c", "source ./script\n" + script);
  }

  private static List<String> shell(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    try (var out = process.inputReader(UTF_8)) {
      List<String> lines = out.lines().toList();
      assertThat(process.waitFor()).as(lines.toString()).isZero();
      return lines;
    }
  }

  private static void assumeInstalled(String shell) {
    boolean installed =
        Arrays.stream(System.getenv("PATH").split(":"))
            .anyMatch(path -> Files.isExecutable(Path.of(path, shell)));
    assumeTrue(installed, shell + " is not installed");
  }
}
