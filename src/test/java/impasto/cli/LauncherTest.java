package impasto.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher for Unix, with a script in place of Java, and with Java. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its launcher is another")
class LauncherTest {
  /** Ends upon a termination with Java's exit code, and writes every signal that it hears. */
  private static final String WAITS =
      """
      for signal in INT HUP; do trap "echo $signal >>signals" $signal; done
      trap 'echo TERM >>signals; kill $nap; exit 143' TERM
      sleep 600 &
      nap=$!
      echo ready
      while :; do wait $nap; done
      """;

  @TempDir Path folder;
  private Installation installation;

  @BeforeEach
  void install() throws IOException {
    installation = Installation.in(folder.resolve("a folder with spaces"));
  }

  @Test
  void javaGetsTheCommandLineAsItIs() throws Exception {
    Path java =
        Installation.fakeJava(folder.resolve("java"), "17.0.1", "printf '<%s>\\n' \"$@\"; cat");
    ProcessBuilder builder =
        installation.launcher(java, "stylize", "a  b.png", "", "*", "-o", "$HOME \"x\".png");
    builder.environment().put("IMPASTO_JAVA_OPTS", "-Xmx1g -Dx=y");
    Process process = builder.start();
    try (var in = process.outputWriter(UTF_8)) {
      in.write("<input>");
    }
    assertThat(output(process))
        .containsSubsequence(
            "<@" + installation.home() + "/lib/java.options>",
            "<-Dimpasto.stderr.tty=false>",
            "<-Xmx1g>",
            "<-Dx=y>",
            "<-cp>",
            "<" + installation.home() + "/lib/*>",
            "<impasto.cli.Main>",
            "<stylize>",
            "<a  b.png>",
            "<>",
            "<*>",
            "<-o>",
            "<$HOME \"x\".png>",
            "<input>");
    assertThat(process.waitFor()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 127, 134})
  void javasExitCodeIsItsOwn(int code) throws Exception {
    Path java = Installation.fakeJava(folder.resolve("java"), "21", "exit " + code);
    Process process = installation.launcher(java).start();
    assertThat(output(process)).isEmpty();
    assertThat(process.waitFor()).isEqualTo(code);
  }

  @Test
  void itRunsThroughSymbolicLinksFromAnyFolderWithJavaOnThePath() throws Exception {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Files.createSymbolicLink(folder.resolve("link"), installation.launcher());
    Files.createSymbolicLink(bin.resolve("impasto"), Path.of("../link"));
    ProcessBuilder builder = installation.command(folder, List.of("sh", "-c", "impasto --version"));
    builder.environment().remove("JAVA_HOME");
    String java = Path.of(System.getProperty("java.home"), "bin").toString();
    builder.environment().merge("PATH", bin + ":" + java, (old, ours) -> ours + ":" + old);
    Process process = builder.directory(Path.of("/").toFile()).start();
    assertThat(output(process)).singleElement().asString().startsWith("impasto 0.");
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void withoutJavaItSaysSo() throws Exception {
    assertRefuses(folder.resolve("nowhere"), "cannot find " + folder.resolve("nowhere/bin/java"));
  }

  @Test
  void aJavaThatDoesNotRunIsSaid() throws Exception {
    Path java = Installation.fakeJava(folder.resolve("java"), "\"", "exit 1");
    assertRefuses(java, "does not work");
  }

  @ParameterizedTest
  @CsvSource({"1.8.0_392, 8", "11.0.21, 11", "16, 16"})
  void anOldJavaIsRefused(String version, String release) throws Exception {
    Path java = Installation.fakeJava(folder.resolve("java"), version, "echo started");
    assertRefuses(java, "is Java " + release + ", too old");
  }

  private void assertRefuses(Path java, String reason) throws Exception {
    Process process = installation.launcher(java, "--version").start();
    assertThat(output(process))
        .singleElement()
        .asString()
        .startsWith("impasto: ")
        .contains(reason, "Java 17 or newer", "JAVA_HOME");
    assertThat(process.waitFor()).isEqualTo(127);
  }

  @ParameterizedTest
  @CsvSource({"HUP, 129", "INT, 130", "TERM, 143"})
  void aSignalToTheLauncherAloneReachesJavaOnce(String signal, int code) throws Exception {
    assumeHeard(signal);
    Path java = Installation.fakeJava(folder.resolve("java"), "17", WAITS);
    Process process = installation.launcher(java).start();
    try (BufferedReader out = process.inputReader(UTF_8)) {
      assertThat(out.readLine()).isEqualTo("ready");
      kill(signal, process.pid());
      assertThat(out.lines()).isEmpty();
    }
    assertThat(process.waitFor()).isEqualTo(code);
    assertThat(installation.home().resolve("signals")).hasContent("TERM");
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "script has other options elsewhere")
  void controlCAtATerminalReachesJavaOnce() throws Exception {
    assumeHeard("INT");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "there is no script command");
    Path java = Installation.fakeJava(folder.resolve("java"), "17", WAITS);
    Process process =
        installation
            .command(java, List.of("script", "-qec", "exec bin/impasto", "/dev/null"))
            .start();
    try (BufferedReader out = process.inputReader(UTF_8)) {
      assertThat(out.lines().anyMatch(line -> line.startsWith("ready"))).isTrue();
      process.getOutputStream().write(3);
      process.getOutputStream().flush();
      assertThat(out.lines()).allMatch(line -> line.matches("(\\^C)?"));
    }
    assertThat(process.waitFor()).isEqualTo(130);
    assertThat(installation.home().resolve("signals")).hasContent("TERM");
  }

  @ParameterizedTest
  @CsvSource({
    "stylize, the same command with --resume goes on from its last checkpoint",
    "batch, the same command goes on where it ended"
  })
  void aJavaThatTheSystemKilledIsAFailedComputation(String command, String wayOut)
      throws Exception {
    Path java = Installation.fakeJava(folder.resolve("java"), "17", "kill -KILL $$");
    Process process = installation.launcher(java, command).start();
    assertThat(output(process))
        .singleElement()
        .asString()
        .startsWith("impasto: the process was killed")
        .contains("out of memory", "--size", "--precision bfloat16")
        .endsWith("; " + wayOut);
    assertThat(process.waitFor()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void anInterruptedRunSavesWhatItHas(String signal, int code) throws Exception {
    assumeHeard(signal);
    Process process =
        installation
            .launcher(
                Path.of(System.getProperty("java.home")),
                "stylize",
                Reference.CONTENT,
                Reference.STYLE,
                "--output=painted.png",
                "--model=" + Reference.MODEL,
                "--size=64",
                "--min-size=32",
                "--scales=2",
                "--iterations=1,1000000")
            .start();
    try (BufferedReader out = process.inputReader(UTF_8)) {
      assertThat(out.lines().anyMatch(line -> line.contains("iteration 1/1,"))).isTrue();
      kill(signal, process.pid());
      assertThat(out.lines().filter(line -> line.contains("painted.partial.png"))).hasSize(1);
    }
    assertThat(process.waitFor()).isEqualTo(code);
    assertThat(installation.home().resolve("painted.partial.png")).exists();
  }

  /**
   * A shell cannot catch what was ignored when it was started, as by nohup or in the background.
   */
  static void assumeHeard(String signal) throws Exception {
    String script = "trap exit %1$s; kill -%1$s $$; exit 9".formatted(signal);
    int status = new ProcessBuilder("sh", "-c", script).start().waitFor();
    assumeTrue(status != 9, signal + " is ignored by whoever started the tests");
  }

  private static void kill(String signal, long pid) throws Exception {
    new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
  }

  private static List<String> output(Process process) throws IOException {
    try (BufferedReader out = process.inputReader(UTF_8)) {
      return out.lines().toList();
    }
  }
}
