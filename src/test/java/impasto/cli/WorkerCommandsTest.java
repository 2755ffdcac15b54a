package impasto.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import impasto.config.DeviceChoice;
import impasto.config.DeviceChoice.Kind;
import impasto.config.EngineConfig;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkerCommandsTest {
  private static final Path FOLDER = Path.of("-my results");

  /** Prints the command line of a worker of this process, a word a line. */
  static final class Printer {
    public static void main(String[] args) {
      commands(Kind.CPU, 1, 1, 0).command(0, FOLDER).forEach(System.out::println);
    }
  }

  @Test
  void aWorkerIsThisProgramAgain() {
    List<String> command =
        new WorkerCommands(engine(Kind.AUTO, 8), 3, 0, List.of("--model", "a.pth"))
            .command(0, FOLDER);

    assertThat(command.get(0))
        .isEqualTo(Path.of(System.getProperty("java.home"), "bin", "java") + "");
    int main = command.indexOf(Main.class.getName());
    assertThat(command.subList(main - 2, main))
        .containsExactly("-cp", System.getProperty("java.class.path"));
    assertThat(command.subList(main, command.size()))
        .containsExactly(
            Main.class.getName(),
            "batch-worker",
            "--model",
            "a.pth",
            "--threads=2",
            "--device=auto",
            "--",
            "-my results");
  }

  @Test
  void theCommandLineCanBeParsed() {
    List<String> command = commands(Kind.CUDA, 8, 2, 2).command(1, FOLDER);
    int main = command.indexOf(Main.class.getName());
    CommandLines.of(new ImpastoCommand())
        .parseArgs(command.subList(main + 1, command.size()).toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({"8, 1, 8", "8, 3, 2", "2, 4, 1"})
  void workersShareTheThreads(int threads, int workers, int each) {
    for (int place = 0; place < workers; place++) {
      assertThat(commands(Kind.CPU, threads, workers, 0).command(place, FOLDER))
          .contains("--threads=" + each, "--device=cpu");
    }
  }

  @Test
  void workersAreSpreadOverTheDevices() {
    for (int place = 0; place < 5; place++) {
      assertThat(commands(Kind.CUDA, 8, 5, 2).command(place, FOLDER))
          .contains("--device=cuda:" + place % 2);
    }
  }

  @Test
  void workersOnOneDeviceShareIt() {
    EngineConfig third = new EngineConfig(new DeviceChoice(Kind.CUDA, 3), 8);
    for (int place = 0; place < 2; place++) {
      assertThat(new WorkerCommands(third, 2, 0, List.of()).command(place, FOLDER))
          .contains("--device=cuda:3");
    }
  }

  @Test
  void javasOptionsAreHandedOnButNotADebuggersPort() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,quiet=y,address=localhost:0",
                "-Xmx77m",
                "-Dimpasto.test=of two words",
                "-cp",
                System.getProperty("java.class.path"),
                Printer.class.getName())
            .redirectErrorStream(true)
            .start();
    try (var out = process.inputReader(UTF_8)) {
      assertThat(out.lines())
          .contains("-Xmx77m", "-Dimpasto.test=of two words")
          .noneMatch(word -> word.contains("jdwp"));
    }
    assertThat(process.waitFor()).isZero();
  }

  private static WorkerCommands commands(Kind device, int threads, int workers, int devices) {
    return new WorkerCommands(engine(device, threads), workers, devices, List.of());
  }

  private static EngineConfig engine(Kind device, int threads) {
    return new EngineConfig(new DeviceChoice(device, 0), threads);
  }
}
