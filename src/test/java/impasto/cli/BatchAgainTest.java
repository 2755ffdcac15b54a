package impasto.cli;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import impasto.report.JobState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batches in a folder where an earlier one has painted. */
class BatchAgainTest {
  private static final FileTime LONG_AGO = FileTime.fromMillis(0);

  @TempDir static Path shared;
  private static BatchFolder painted;

  @TempDir Path folder;
  private BatchFolder batch;

  @BeforeAll
  static void paint() throws Exception {
    painted = BatchFolder.in(shared.resolve("batch"));
    CommandRun run = painted.run(BatchFolder.all("--iterations=3"));
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  @BeforeEach
  void copy() throws IOException {
    batch = painted.copy(folder.resolve("batch"));
    for (String file : batch.files().keySet()) {
      Files.setLastModifiedTime(batch.out(file), LONG_AGO);
    }
  }

  @Test
  void whatIsDoneIsNotPaintedAgainThoughAPhotoWasTouched() throws Exception {
    Files.setLastModifiedTime(batch.folder().resolve("photos/b.png"), FileTime.fromMillis(1000));
    CommandRun run = batch.run(BatchFolder.all("--iterations=3"));

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("0 done, 4 skipped, 0 stale, 0 failed, 0 left in ");
    assertThat(changed()).isEmpty();
    assertThat(batch.told(JobState.DONE)).hasSize(4).doesNotHaveDuplicates();
    assertThat(batch.told(JobState.SKIPPED))
        .containsExactlyInAnyOrderElementsOf(BatchFolder.PICTURES);
    assertThat(batch.counts()).contains("\"done\":0", "\"skipped\":4");
  }

  @Test
  void picturesOfOtherSettingsAreStaleAndKept() throws Exception {
    CommandRun run = batch.run(BatchFolder.all("--iterations=4"));

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .startsWith("0 done, 0 skipped, 4 stale, 0 failed, 0 left in ")
        .contains("stale pictures are kept; --redo stale paints them again");
    assertThat(changed()).isEmpty();
    assertThat(batch.lines(JobState.STALE))
        .hasSize(4)
        .allSatisfy(line -> assertThat(line.reason().orElseThrow()).contains("3", "4"));
    assertThat(Files.readString(batch.out("index.html"))).contains("data-state=\"stale\"");
  }

  @Test
  void picturesOfAnotherPhotoAreStale() throws Exception {
    replace("photos/b.png");
    CommandRun run = batch.run(BatchFolder.all("--iterations=3"));

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("0 done, 2 skipped, 2 stale, 0 failed, 0 left in ");
    assertThat(changed()).isEmpty();
    assertThat(batch.told(JobState.STALE)).containsExactlyInAnyOrder("b_s.png", "b_t.png");
    assertThat(batch.lines(JobState.STALE).get(0).reason().orElseThrow()).contains("photo");
  }

  @Test
  void stalePicturesArePaintedAgainIfAskedButNotThoseSomebodyHasWorkedOn() throws Exception {
    replace("photos/b.png");
    Files.copy(Reference.STYLE, batch.out("b_t.png"), StandardCopyOption.REPLACE_EXISTING);
    Files.setLastModifiedTime(batch.out("b_t.png"), LONG_AGO);
    CommandRun run = batch.run(BatchFolder.all("--iterations=3", "--redo=stale"));

    assertThat(run.exitCode()).isEqualTo(7);
    String reason =
        batch.out("b_t.png") + " was changed after it was painted; move it away, or replace it";
    assertThat(run.out())
        .startsWith("1 done, 2 skipped, 0 stale, 1 failed, 0 left in ")
        .contains("failed: b_t.png: " + reason);
    assertThat(run.err()).contains("b_t.png failed: " + reason);
    assertThat(changed()).containsOnlyKeys("b_s.png", "b_s.json");
    assertThat(batch.lines(JobState.FAILED))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.output()).isEqualTo("b_t.png");
              assertThat(line.reason().orElseThrow()).startsWith(reason);
            });
    assertThat(batch.told(JobState.DONE).stream().filter("b_s.png"::equals)).hasSize(2);
  }

  @Test
  void allIsPaintedAgainIfAskedToTheSameBytes() throws Exception {
    CommandRun run = batch.run(BatchFolder.all("--iterations=3", "--redo=all"));

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("4 done, 0 skipped, 0 stale, 0 failed, 0 left in ");
    assertThat(changed()).containsKeys("a_s.png", "a_t.png", "b_s.png", "b_t.png").hasSize(8);
    assertThat(batch.told(JobState.DONE)).hasSize(8);
    for (String picture : BatchFolder.PICTURES) {
      assertThat(batch.out(picture)).hasSameBinaryContentAs(painted.out(picture));
    }
  }

  @Test
  void aForeignFileIsLeftAloneUntilItIsToBeReplaced() throws Exception {
    Files.delete(batch.out("a_s.json"));
    Files.writeString(batch.out("a_s.png"), "precious");
    Files.delete(batch.out("b_t.png"));
    CommandRun run = batch.run(BatchFolder.all("--iterations=3"));

    assertThat(run.exitCode()).isEqualTo(7);
    assertThat(run.out())
        .startsWith("1 done, 2 skipped, 0 stale, 1 failed, 0 left in ")
        .contains("failed: a_s.png: there is no record a_s.json", "--overwrite");
    assertThat(run.err()).contains("a_s.png failed: there is no record a_s.json");
    assertThat(batch.out("a_s.png")).hasContent("precious");
    assertThat(batch.out("b_t.png")).hasSameBinaryContentAs(painted.out("b_t.png"));
    assertThat(batch.summary().get("failures").toString())
        .contains("\"output\":\"a_s.png\"", "\"content\":\"photos/a.png\"", "no record");

    CommandRun replacing = batch.run(BatchFolder.all("--iterations=3", "--overwrite"));

    assertThat(replacing.exitCode()).as(replacing.err()).isZero();
    assertThat(replacing.out()).startsWith("1 done, 3 skipped, 0 stale, 0 failed, 0 left in ");
    assertThat(batch.out("a_s.png")).hasSameBinaryContentAs(painted.out("a_s.png"));
  }

  /** At any moment: between two steps of the end of a job, or while a file is being written. */
  @Test
  void whatKilledProcessesHaveLeftIsRemoved() throws Exception {
    Files.move(batch.out("a_s.json"), batch.out(".a_s.pending.json"));
    Files.delete(batch.out("b_t.png"));
    for (String left :
        List.of(
            "b_s.checkpoint.safetensors.tmp", "b_t.checkpoint.safetensors.tmp", ".impasto-0.tmp")) {
      Files.writeString(batch.out(left), "left");
    }
    CommandRun run = batch.run(BatchFolder.all("--iterations=3"));

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("1 done, 3 skipped, 0 stale, 0 failed, 0 left in ");
    assertThat(batch.files().keySet()).isEqualTo(painted.files().keySet());
    assertThat(changed()).containsOnlyKeys("b_t.png", "b_t.json");
    assertThat(batch.told(JobState.DONE)).hasSize(5);
    for (String picture : BatchFolder.PICTURES) {
      assertThat(batch.out(picture)).hasSameBinaryContentAs(painted.out(picture));
    }
  }

  @Test
  void afterAFailureNothingIsBegunIfSoAsked() throws Exception {
    Files.delete(batch.out("a_s.json"));
    Files.delete(batch.out("b_t.png"));
    CommandRun run = batch.run(BatchFolder.all("--iterations=3", "--fail-fast"));

    assertThat(run.exitCode()).isEqualTo(7);
    assertThat(run.out()).startsWith("0 done, 2 skipped, 0 stale, 1 failed, 1 left in ");
    assertThat(batch.out("b_t.png")).doesNotExist();
  }

  @Test
  void aDryRunSaysWhatWouldBeDoneAndTouchesNothing() throws Exception {
    Files.delete(batch.out("a_s.png"));
    Files.delete(batch.out("a_t.json"));
    replace("paintings/t.png");
    Map<String, Object> before = batch.files();
    CommandRun run = batch.run(BatchFolder.all("--iterations=3", "--dry-run"));

    assertThat(run.exitCode()).isEqualTo(7);
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines())
        .anyMatch(line -> line.matches("paint  a_s.png: 32 x 24, about .* and .* MB"))
        .anyMatch(line -> line.matches("cannot a_t.png: there is no record .*--overwrite"))
        .contains("skip   b_s.png: done already")
        .anyMatch(line -> line.matches("stale  b_t.png: the painting.*"))
        .anyMatch("1 to paint, 1 skipped, 1 stale, 1 that cannot be painted"::equals);
    assertThat(batch.files()).isEqualTo(before);
  }

  private void replace(String picture) throws IOException {
    Files.copy(
        Reference.STYLE, batch.folder().resolve(picture), StandardCopyOption.REPLACE_EXISTING);
  }

  /** Those pictures and records that were written since. */
  private Map<String, Object> changed() throws IOException {
    return batch.files().entrySet().stream()
        .filter(file -> file.getKey().matches("[ab]_[st]\\..*"))
        .filter(file -> !file.getValue().equals(LONG_AGO))
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
