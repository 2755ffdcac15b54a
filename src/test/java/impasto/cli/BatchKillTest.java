package impasto.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import impasto.batch.Manifest;
import impasto.batch.ManifestLine;
import impasto.report.JobState;
import impasto.report.RunRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A batch or one of its workers is killed again and again, at random changes in its folder, without
 * a chance to say anything; when the batch is dead it is begun again, while workers of the dead one
 * may still be at work. What is there at the end is what a batch leaves that was left alone.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "SIGKILL is not Windows'")
class BatchKillTest {
  private static final int JOBS = 6;
  private static final int MOST_CHANGES = 40;
  private static final int KILLED = 137;

  @TempDir Path folder;
  private final Random random = new Random(11);
  private int workers;
  private int rounds;
  private int resumed;

  @Test
  void fourKillsLeaveNoTrace() throws Exception {
    assertKillsLeaveNoTrace(2, 4);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  @Tag("slow")
  void thirtyKillsLeaveNoTrace(int atWork) throws Exception {
    assertKillsLeaveNoTrace(atWork, 30);
    assertThat(resumed).as("pictures of more than one attempt").isPositive();
  }

  private void assertKillsLeaveNoTrace(int atWork, int kills) throws Exception {
    workers = atWork;
    BatchFolder undisturbed = BatchFolder.in(folder.resolve("undisturbed"));
    CommandRun run = undisturbed.run(command());
    assertThat(run.exitCode()).as(run.err()).isZero();
    for (int killed = 0; killed < kills; ) {
      BatchFolder batch = BatchFolder.in(folder.resolve("killed " + rounds++));
      killed += killed(batch, kills - killed);
      CommandRun last = batch.run(command());
      assertThat(last.exitCode()).as(last.err()).isZero();
      assertSame(batch, undisturbed);
    }
  }

  /** Kills until nothing is left to paint; gives the number of kills, and leaves no process. */
  private int killed(BatchFolder batch, int most) throws Exception {
    Path ends = Files.createDirectory(batch.folder().resolve("ends"));
    Path out = Files.createDirectory(batch.folder().resolve("out"));
    List<ProcessHandle> crew = new ArrayList<>();
    int kills = 0;
    try (WatchService changes = out.getFileSystem().newWatchService()) {
      out.register(changes, ENTRY_CREATE, ENTRY_MODIFY);
      ends.register(changes, ENTRY_CREATE);
      boolean finished = false;
      while (kills < most && !finished) {
        Process parent = CommandRun.start(batch.folder(), command());
        // Whoever waits for changes is to wake up.
        CompletableFuture<Void> woken =
            parent.onExit().thenRun(() -> touch(ends.resolve(Long.toString(parent.pid()))));
        try {
          while (await(changes, parent) && kills < most) {
            List<ProcessHandle> team = parent.descendants().toList();
            crew.addAll(team);
            int victim = random.nextInt(team.size() + 1);
            (victim == 0 ? parent.toHandle() : team.get(victim - 1)).destroyForcibly();
            kills++;
          }
        } finally {
          // Its handle, since the process itself would close what it has said.
          parent.toHandle().destroyForcibly();
          woken.get(60, SECONDS);
        }
        String said = new String(parent.getErrorStream().readAllBytes(), UTF_8);
        assertThat(parent.exitValue()).as(said).isIn(0, 7, KILLED);
        finished = parent.exitValue() == 0;
      }
    } finally {
      for (ProcessHandle worker : crew) {
        worker.onExit().get(60, SECONDS);
      }
    }
    return kills;
  }

  /** Waits for a random number of changes; tells whether the process is alive after them. */
  private boolean await(WatchService changes, Process process) throws InterruptedException {
    int left = 1 + random.nextInt(MOST_CHANGES);
    while (left > 0 && process.isAlive()) {
      WatchKey key = changes.poll(60, SECONDS);
      assertThat(key).as("a change in the folder within a minute").isNotNull();
      for (WatchEvent<?> event : key.pollEvents()) {
        left -= event.count();
      }
      key.reset();
    }
    return process.isAlive();
  }

  private static void touch(Path file) {
    try {
      Files.createFile(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void assertSame(BatchFolder batch, BatchFolder undisturbed) throws IOException {
    List<String> names =
        IntStream.rangeClosed(1, JOBS / 2)
            .boxed()
            .flatMap(seed -> Stream.of("a_s_seed-" + seed, "b_s_seed-" + seed))
            .toList();
    for (String name : names) {
      assertThat(batch.out(name + ".png")).hasSameBinaryContentAs(undisturbed.out(name + ".png"));
      resumed += RunRecords.read(batch.out(name + ".json")).resumed();
    }
    assertThat(batch.files().keySet()).isEqualTo(undisturbed.files().keySet());
    assertThat(Manifest.read(batch.folder().resolve("out")))
        .filteredOn(line -> line.state() == JobState.DONE)
        .extracting(ManifestLine::output)
        .containsExactlyInAnyOrderElementsOf(names.stream().map(it -> it + ".png").toList());
  }

  private Object[] command() {
    return BatchFolder.command(
        "--content=photos",
        "--style=paintings/s.png",
        "--size=64",
        "--init=random",
        "--sweep=seed=1,2,3",
        "--iterations=50",
        "--lbfgs-history=3",
        "--checkpoint-every=0.001",
        "--workers=" + workers);
  }
}
