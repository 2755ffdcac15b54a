package impasto.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Nothing but {@code models install} uses the network. */
class NoNetworkTest {
  private static final String[] INSTALL = {
    "models", "install", "vgg19", "--base-url", "http://127.0.0.1:1"
  };

  @TempDir Path folder;
  private Path attempts;

  @BeforeEach
  void setUp() {
    attempts = folder.resolve("attempts");
  }

  @Test
  @EnabledForJreRange(
      max = JRE.JAVA_17,
      disabledReason = "newer versions of Java have no security manager, or warn of it")
  void javaIsNeverAskedForAConnection() throws Exception {
    CommandRun.Setting watched =
        setting(
            List.of(),
            List.of(
                "-Djava.security.manager=" + NoNetwork.class.getName(),
                "-D" + NoNetwork.FILE + "=" + attempts));
    // First that the trap works.
    assertThat(CommandRun.with(watched, folder, (Object[]) INSTALL).exitCode()).isNotZero();
    assertThat(attempts).content().contains("connect 127.0.0.1");
    Files.delete(attempts);

    for (List<Object> command : offlineCommands()) {
      CommandRun run = CommandRun.with(watched, folder, command.toArray());
      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(attempts).as(command.toString()).doesNotExist();
    }
  }

  /** With the engine's native code in sight. */
  @Test
  void theSystemIsNeverAskedForAConnection() throws Exception {
    List<String> traced =
        List.of("strace", "-f", "-qq", "-e", "trace=connect,sendto", "-o", attempts.toString());
    assumeTrue(succeeds(traced), "there is no strace here, or it is not permitted");
    CommandRun.Setting watched = setting(traced, List.of());
    assertThat(CommandRun.with(watched, folder, (Object[]) INSTALL).exitCode()).isEqualTo(4);
    assertThat(internet()).isNotEmpty();

    for (List<Object> command : offlineCommands()) {
      CommandRun run = CommandRun.with(watched, folder, command.toArray());
      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(internet()).as(command.toString()).isEmpty();
    }
  }

  private static List<List<Object>> offlineCommands() {
    return List.of(
        List.of(Reference.stylize("painted.png", "--overwrite", "-s", 64, "--scales", 1, "-n", 2)),
        List.of("doctor"),
        List.of("models", "list"),
        List.of("models", "verify"));
  }

  /** The calls that name an address of the internet's protocols, version 4 or 6. */
  private List<String> internet() throws IOException {
    try (Stream<String> lines = Files.lines(attempts)) {
      return lines.filter(line -> line.contains("AF_INET")).toList();
    }
  }

  private CommandRun.Setting setting(List<String> before, List<String> java) {
    return new CommandRun.Setting(before, java, Map.of("IMPASTO_HOME", folder.toString()));
  }

  private static boolean succeeds(List<String> before) throws InterruptedException {
    try {
      List<String> command = Stream.concat(before.stream(), Stream.of("true")).toList();
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
