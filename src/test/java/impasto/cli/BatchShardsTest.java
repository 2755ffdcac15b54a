package impasto.cli;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import impasto.report.JobState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch in three shares. */
class BatchShardsTest {
  private static final int SHARES = 3;

  @TempDir Path folder;
  private BatchFolder batch;

  @BeforeEach
  void fill() throws IOException {
    batch = BatchFolder.in(folder.resolve("batch"));
    Files.copy(Reference.STYLE, batch.folder().resolve("photos/c.png"));
  }

  @Test
  void allSharesTogetherPaintTheWholeBatchAndNothingTwice() throws Exception {
    List<Process> processes = new ArrayList<>();
    try {
      for (int i = 1; i <= SHARES; i++) {
        processes.add(
            CommandRun.start(
                batch.folder(), BatchFolder.all("--iterations=3", "--shard=" + i + "/" + SHARES)));
      }
      for (Process process : processes) {
        CommandRun run = CommandRun.of(process);
        assertThat(run.exitCode()).as(run.err()).isZero();
      }
    } finally {
      processes.forEach(Process::destroyForcibly);
    }

    assertThat(batch.told(JobState.DONE))
        .containsExactlyInAnyOrder(
            "a_s.png", "a_t.png", "b_s.png", "b_t.png", "c_s.png", "c_t.png");
    assertThat(batch.files().keySet())
        .contains("index.1-of-3.html", "index.2-of-3.html", "index.3-of-3.html")
        .contains("summary.1-of-3.json", "summary.2-of-3.json", "summary.3-of-3.json")
        .doesNotContain("index.html", "summary.json");
    CommandRun whole = batch.run(BatchFolder.all("--iterations=3"));
    assertThat(whole.out()).startsWith("0 done, 6 skipped, 0 stale, 0 failed, 0 left in ");
  }

  @Test
  void anotherPictureMovesNoJob() throws Exception {
    Map<String, Integer> before = shares();
    assertThat(before).hasSize(6);
    Files.copy(Reference.IMAGE, batch.folder().resolve("photos/aa.png"));
    Map<String, Integer> after = shares();

    assertThat(after).hasSize(8).containsAllEntriesOf(before);
    assertThat(batch.folder().resolve("out")).doesNotExist();
  }

  /** Which share each result belongs to. */
  private Map<String, Integer> shares() {
    Map<String, Integer> shares = new LinkedHashMap<>();
    for (int i = 1; i <= SHARES; i++) {
      int share = i;
      CommandRun run =
          Refusals.inThisProcess(
              "batch",
              "--content=" + batch.folder().resolve("photos"),
              "--style=" + batch.folder().resolve("paintings"),
              "--output=" + batch.folder().resolve("out"),
              "--model=" + Reference.MODEL,
              "--shard=" + share + "/" + SHARES,
              "--dry-run");
      assertThat(run.exitCode()).as(run.err()).isZero();
      shares.putAll(
          run.out()
              .lines()
              .filter(line -> line.startsWith("paint "))
              .collect(toMap(line -> line.replaceFirst("paint +(.*?):.*", "$1"), line -> share)));
    }
    return shares;
  }
}
