package impasto.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import impasto.report.JobState;
import impasto.report.RunRecord;
import impasto.report.RunRecords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Batches and workers that are ended while a job is under way. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Java cannot send Ctrl-C there")
class BatchInterruptedTest {
  private static final Object[] COMMAND =
      BatchFolder.command(
          "--content=photos",
          "--style=paintings/s.png",
          "--size=64",
          "--iterations=150",
          "--lbfgs-history=3",
          "--checkpoint-every=0.001");

  @TempDir Path folder;
  private BatchFolder batch;

  @BeforeEach
  void fill() throws Exception {
    batch = BatchFolder.in(folder.resolve("batch"));
    Files.createDirectory(batch.folder().resolve("out"));
  }

  @Test
  void anInterruptedBatchSavesItsJobAndGoesOnFromThere() throws Exception {
    assertSavesItsJob("TERM", 143, false);

    CommandRun again = batch.run(COMMAND);

    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.out()).startsWith("2 done, 0 skipped, 0 stale, 0 failed, 0 left in ");
    assertThat(Stream.of("a_s.json", "b_s.json").map(batch::out).map(RunRecords::read))
        .extracting(RunRecord::resumed)
        .containsExactly(1, 0);
    assertThat(batch.told(JobState.DONE)).containsExactlyInAnyOrder("a_s.png", "b_s.png");
    assertThat(batch.files().keySet()).noneMatch(name -> name.matches(".*(partial|checkpoint).*"));
  }

  /** A terminal sends it to all of its processes. */
  @Test
  void controlCReachesTheBatchAndItsWorkersAtOnce() throws Exception {
    LauncherTest.assumeHeard("INT");
    assertSavesItsJob("INT", 130, true);
  }

  private void assertSavesItsJob(String signal, int exitCode, boolean all) throws Exception {
    Process process = startFirstJob(COMMAND);
    List<ProcessHandle> workers = process.descendants().toList();
    try {
      assertThat(workers).hasSize(1);
      List<String> kill = new ArrayList<>(List.of("kill", "-" + signal, "" + process.pid()));
      kill.addAll(all ? List.of("" + workers.get(0).pid()) : List.of());
      assertThat(new ProcessBuilder(kill).start().waitFor()).isZero();
      assertThat(process.waitFor(60, SECONDS)).isTrue();
    } finally {
      process.toHandle().destroyForcibly();
    }
    assertThat(process.exitValue()).isEqualTo(exitCode);
    assertThat(workers).noneMatch(ProcessHandle::isAlive);
    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
        .startsWith("0 done, 0 skipped, 0 stale, 0 failed, 2 left in ")
        .contains("interrupted; the same command goes on from here");
    assertThat(process.getErrorStream().readAllBytes()).isEmpty();
    assertThat(batch.summary().get("interrupted").getAsBoolean()).isTrue();
    assertThat(batch.counts()).contains("\"done\":0", "\"failed\":0", "\"left\":2");
    assertThat(batch.files().keySet())
        .containsExactlyInAnyOrder(
            ".impasto-lock",
            "a_s.checkpoint.safetensors",
            "a_s.partial.png",
            "index.html",
            "summary.json");
  }

  @Test
  void aWorkersDeathCostsItsJobAlone() throws Exception {
    Object[] command = Stream.concat(Stream.of(COMMAND), Stream.of("--retry=0")).toArray();
    Process process = startFirstJob(command);
    CommandRun run;
    try {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      run = CommandRun.of(process);
    } finally {
      process.destroyForcibly();
    }
    assertThat(run.exitCode()).as(run.err()).isEqualTo(7);
    String reason = "its worker was killed, most likely because the machine ran out of memory";
    assertThat(run.out())
        .startsWith("1 done, 0 skipped, 0 stale, 1 failed, 0 left in ")
        .contains("failed: a_s.png: " + reason);
    assertThat(run.err()).contains("a_s.png failed: " + reason);
    assertThat(batch.summary().get("replacedWorkers").getAsInt()).isEqualTo(1);
    assertThat(batch.out("b_s.png")).exists();
  }

  /** Starts a batch; the first job is under way and has a checkpoint when this returns. */
  private Process startFirstJob(Object... command) throws Exception {
    try (WatchService changes = folder.getFileSystem().newWatchService()) {
      batch.folder().resolve("out").register(changes, ENTRY_CREATE);
      Process process = CommandRun.start(batch.folder(), command);
      while (!Files.exists(batch.out("a_s.checkpoint.safetensors"))) {
        WatchKey key = changes.poll(60, SECONDS);
        assertThat(key).as("a new file within a minute").isNotNull();
        key.pollEvents();
        key.reset();
      }
      return process;
    }
  }
}
