package impasto.cli;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import impasto.report.RunRecord;
import impasto.report.RunRecords;
import impasto.report.ScaleRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A checkpointed run is killed again and again, at random evaluations, without a chance to say
 * anything; each time it is resumed. The picture at the end is that of a run that was left alone.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "SIGKILL is not Windows'")
class KillTest {
  private static final int EVALUATIONS = 2 * 100;

  @TempDir Path folder;
  @TempDir Path temporary;

  @Test
  void threeKillsLeaveNoTrace() throws Exception {
    assertKillsLeaveNoTrace(3);
  }

  @Test
  @Tag("slow")
  void twentyKillsLeaveNoTrace() throws Exception {
    assertKillsLeaveNoTrace(20);
  }

  private void assertKillsLeaveNoTrace(int kills) throws Exception {
    CommandRun undisturbed = CommandRun.in(folder, stylize("undisturbed"));
    assertThat(undisturbed.exitCode()).as(undisturbed.err()).isZero();

    Random random = new Random(7);
    for (int i = 0; i < kills; i++) {
      killAt((int) (EVALUATIONS * (i + random.nextDouble()) / (kills + 1)));
    }
    CommandRun last = CommandRun.in(folder, stylize("killed"));

    assertThat(last.exitCode()).as(last.err()).isZero();
    assertThat(folder.resolve("killed.png"))
        .hasSameBinaryContentAs(folder.resolve("undisturbed.png"));
    assertThat(Files.readAllLines(folder.resolve("killed.jsonl"))).hasSize(EVALUATIONS);
    RunRecord record = RunRecords.read(folder.resolve("killed.json"));
    assertThat(record.scales()).extracting(ScaleRecord::evaluations).containsExactly(100, 100);
    assertThat(record.scales())
        .extracting(ScaleRecord::loss)
        .isEqualTo(
            RunRecords.read(folder.resolve("undisturbed.json")).scales().stream()
                .map(ScaleRecord::loss)
                .toList());
    assertThat(record.resumed()).isPositive();
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder(
            "killed.json",
            "killed.png",
            "killed.jsonl",
            "undisturbed.json",
            "undisturbed.png",
            "undisturbed.jsonl");
    assertThat(temporary).isEmptyDirectory();
  }

  /** The system's folder for temporary files is where it can be looked at. */
  private CommandRun.Setting elsewhere() {
    return new CommandRun.Setting(List.of(), List.of("-Djava.io.tmpdir=" + temporary), Map.of());
  }

  /** Kills a run once its metrics, a line an evaluation, are so long. */
  private void killAt(int evaluation) throws Exception {
    try (WatchService changes = folder.getFileSystem().newWatchService()) {
      folder.register(changes, ENTRY_CREATE, ENTRY_MODIFY);
      Process process = CommandRun.start(elsewhere(), folder, stylize("killed"));
      try {
        do {
          WatchKey key = changes.poll(60, SECONDS);
          assertThat(key).as("a change in the folder within a minute").isNotNull();
          key.pollEvents();
          key.reset();
        } while (process.isAlive() && lines() < evaluation);
      } finally {
        process.destroyForcibly().waitFor();
      }
      assertThat(process.exitValue()).as("killed at %s", evaluation).isEqualTo(137);
    }
  }

  private long lines() throws IOException {
    Path metrics = folder.resolve("killed.jsonl");
    if (!Files.exists(metrics)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(metrics)) {
      return lines.count();
    }
  }

  private static Object[] stylize(String name) {
    return Reference.stylize(
        name + ".png",
        "--metrics",
        name + ".jsonl",
        "--size=96",
        "--min-size=48",
        "--scales=2",
        "--iterations=100",
        "--tolerance=0",
        "--lbfgs-history=3",
        "--checkpoint-every=0.001",
        "--resume",
        "-q");
  }
}
