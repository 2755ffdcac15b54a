package impasto.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import impasto.batch.JobLocks;
import impasto.report.JobState;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes in the folder of one batch. */
class BatchTwiceTest {
  @TempDir Path folder;
  private BatchFolder batch;

  @BeforeEach
  void fill() throws Exception {
    batch = BatchFolder.in(folder.resolve("batch"));
  }

  @Test
  void twoBatchesAtOncePaintEachPictureOnce() throws Exception {
    Object[] command =
        BatchFolder.command(
            "--content=photos/a.png",
            "--style=paintings/s.png",
            "--size=32",
            "--init=random",
            "--iterations=20",
            "--sweep=seed=1,2,3,4,5,6,7,8");
    Process one = CommandRun.start(batch.folder(), command);
    Process other = CommandRun.start(batch.folder(), command);
    try {
      List<CommandRun> runs = List.of(CommandRun.of(one), CommandRun.of(other));
      assertThat(runs)
          .allSatisfy(run -> assertThat(run.exitCode()).as(run.err()).isZero())
          .allSatisfy(run -> assertThat(run.out()).contains(" 0 failed, 0 left "));
      assertThat(runs.stream().mapToInt(run -> number(run, 0)).sum()).as("done").isEqualTo(8);
      assertThat(runs.stream().mapToInt(run -> number(run, 1)).sum()).as("skipped").isEqualTo(8);
    } finally {
      one.destroyForcibly();
      other.destroyForcibly();
    }

    List<String> names =
        IntStream.rangeClosed(1, 8).mapToObj("a_s_seed-%d.png"::formatted).toList();
    assertThat(batch.told(JobState.DONE)).containsExactlyInAnyOrderElementsOf(names);
    assertThat(batch.files().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    names.stream().flatMap(it -> Stream.of(it, it.replace(".png", ".json"))),
                    Stream.of(".impasto-lock", "index.html", "manifest.jsonl", "summary.json"))
                .toList());
    CommandRun again = batch.run(command);
    assertThat(again.out()).startsWith("0 done, 8 skipped, 0 stale, 0 failed, 0 left in ");
  }

  @Test
  void aJobThatAnotherProcessHasIsWaitedFor() throws Exception {
    Files.createDirectory(batch.folder().resolve("out"));
    try (JobLocks locks = JobLocks.enter(batch.folder().resolve("out"), () -> {})) {
      JobLocks.Held held = locks.lock("a_s.png");
      Process process = CommandRun.start(batch.folder(), BatchFolder.all("--iterations=3"));
      try {
        BufferedReader err =
            new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8));
        assertThat(err.lines().anyMatch(line -> line.contains("3 of 4 done"))).isTrue();
        assertThat(batch.told(JobState.DONE))
            .containsExactlyInAnyOrder("a_t.png", "b_s.png", "b_t.png");
        assertThat(process.isAlive()).isTrue();
        held.close();
        assertThat(err.lines()).singleElement().asString().contains("4 of 4 done: a_s.png");
        assertThat(process.waitFor()).isZero();
      } finally {
        process.destroyForcibly();
      }
    }
    assertThat(batch.told(JobState.DONE)).hasSize(4).contains("a_s.png");
  }

  /** A number of the first line: 0 for what was done, 1 for what was skipped. */
  private static int number(CommandRun run, int which) {
    return Integer.parseInt(run.out().split(", ", -1)[which].replaceFirst(" .*", ""));
  }
}
