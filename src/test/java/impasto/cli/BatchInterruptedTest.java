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
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Java cannot send Ctrl-C there")
class BatchInterruptedTest {
  private static final Object[] COMMAND =
      BatchFolder.command(
          "--content=photos",
          "--style=paintings/s.png",
          "--size=64",
          "--iterations=400",
          "--checkpoint-every=0.001");

  @TempDir Path folder;
  private BatchFolder batch;

  @BeforeEach
  void fill() throws Exception {
    batch = BatchFolder.in(folder.resolve("batch"));
    Files.createDirectory(batch.folder().resolve("out"));
  }

  /** A terminal sends Ctrl-C to all of its processes, others a signal to the one they know. */
  @ParameterizedTest
  @CsvSource({"TERM, 143, false", "INT, 130, true"})
  void anInterruptedBatchSavesItsJobAndGoesOnFromThere(String signal, int exitCode, boolean all)
      throws Exception {
    LauncherTest.assumeHeard(signal);
    Process process;
    List<ProcessHandle> workers;
    try (WatchService changes = folder.getFileSystem().newWatchService()) {
      batch.folder().resolve("out").register(changes, ENTRY_CREATE);
      process = CommandRun.start(batch.folder(), COMMAND);
      awaitCheckpoint(changes);
      workers = process.descendants().toList();
    }
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
    assertThat(batch.out("manifest.jsonl")).isEmptyFile();
    assertThat(batch.files().keySet())
        .containsExactlyInAnyOrder(
            ".impasto-lock",
            "a_s.checkpoint.safetensors",
            "a_s.partial.png",
            "index.html",
            "manifest.jsonl",
            "summary.json");

    CommandRun again = batch.run(COMMAND);

    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.out()).startsWith("2 done, 0 skipped, 0 stale, 0 failed, 0 left in ");
    assertThat(Stream.of("a_s.json", "b_s.json").map(batch::out).map(RunRecords::read))
        .extracting(RunRecord::resumed)
        .containsExactly(1, 0);
    assertThat(batch.told(JobState.DONE)).containsExactlyInAnyOrder("a_s.png", "b_s.png");
    assertThat(batch.files().keySet()).noneMatch(name -> name.matches(".*(partial|checkpoint).*"));
  }

  /** The first job is under way then. */
  private void awaitCheckpoint(WatchService changes) throws InterruptedException {
    while (!Files.exists(batch.out("a_s.checkpoint.safetensors"))) {
      WatchKey key = changes.poll(60, SECONDS);
      assertThat(key).as("a new file within a minute").isNotNull();
      key.pollEvents();
      key.reset();
    }
  }
}
