package impasto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import impasto.batch.ManifestLine;
import impasto.report.JobState;
import impasto.report.RunRecord;
import impasto.report.RunRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batches in an empty folder. */
class BatchCommandTest {
  @TempDir static Path shared;
  private static BatchFolder batch;
  private static CommandRun first;

  @TempDir Path folder;

  @BeforeAll
  static void paint() throws Exception {
    batch = BatchFolder.in(shared.resolve("batch"));
    first = batch.run(BatchFolder.all("--iterations=3"));
  }

  @Test
  void allPicturesArePaintedAndNothingElseIsLeft() throws IOException {
    assertThat(first.exitCode()).as(first.err()).isZero();
    List<String> files = new ArrayList<>(BatchFolder.PICTURES);
    files.addAll(List.of("a_s.json", "a_t.json", "b_s.json", "b_t.json"));
    files.addAll(List.of(".impasto-lock", "index.html", "manifest.jsonl", "summary.json"));
    assertThat(batch.files().keySet()).containsExactlyInAnyOrderElementsOf(files);
  }

  @Test
  void theManifestTellsOfEachJobAndTheSummaryOfAll() throws IOException {
    List<ManifestLine> lines = batch.lines(JobState.DONE);
    assertThat(batch.told(JobState.DONE)).containsExactlyInAnyOrderElementsOf(BatchFolder.PICTURES);
    assertThat(lines).extracting(ManifestLine::job).doesNotHaveDuplicates();
    assertThat(lines)
        .filteredOn(line -> line.output().equals("b_t.png"))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.content()).isEqualTo("photos/b.png");
              assertThat(line.styles()).containsExactly("paintings/t.png");
              RunRecord record = RunRecords.read(batch.out("b_t.json"));
              assertThat(line.started()).contains(record.started());
              assertThat(line.loss()).contains(record.scales().get(0).loss());
            });
    assertThat(batch.counts())
        .isEqualTo("{\"done\":4,\"skipped\":0,\"stale\":0,\"failed\":0,\"left\":0}");
    assertThat(batch.summary().get("interrupted").getAsBoolean()).isFalse();
    assertThat(batch.summary().get("failures").getAsJsonArray()).isEmpty();
  }

  @Test
  void theResultGoesToStandardOutputAndTheProgressToStandardError() {
    assertThat(first.out().lines().toList())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("4 done, 0 skipped, 0 stale, 0 failed, 0 left in "),
            line -> assertThat(line).isEqualTo("out/index.html"));
    assertThat(first.err().lines())
        .hasSize(4)
        .allMatch(line -> line.matches("impasto: [1-4] of 4 done(, .* left)?: ._.\\.png, .* s"));
  }

  @Test
  void aPictureIsThatOfASingleRun() throws Exception {
    for (String name : List.of("a_s", "b_t")) {
      CommandRun single =
          CommandRun.in(
              batch.folder(),
              "stylize",
              "photos/" + name.charAt(0) + ".png",
              "paintings/" + name.charAt(2) + ".png",
              "-m",
              Reference.MODEL,
              "--size=32",
              "--scales=1",
              "--iterations=3",
              "-o",
              folder.resolve(name + ".png"));
      assertThat(single.exitCode()).as(single.err()).isZero();
      assertThat(folder.resolve(name + ".png")).hasSameBinaryContentAs(batch.out(name + ".png"));
    }
  }

  @Test
  void quietBatchesSayTheResultAloneAndLimitedOnesLeaveTheRest() throws Exception {
    BatchFolder few = BatchFolder.in(folder.resolve("few"));
    CommandRun run = few.run(BatchFolder.all("--iterations=3", "--limit=1", "-q"));

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("1 done, 0 skipped, 0 stale, 0 failed, 3 left in ");
    assertThat(few.told(JobState.DONE)).hasSize(1);
    assertThat(few.files().keySet()).filteredOn(BatchFolder.PICTURES::contains).hasSize(1);
    assertThat(few.counts()).contains("\"done\":1", "\"left\":3");
  }

  @Test
  void aSweepPaintsEveryPointOfItsGridAndNamesItByItsValues() throws Exception {
    BatchFolder swept = BatchFolder.in(folder.resolve("swept"));
    CommandRun run =
        swept.run(
            BatchFolder.command(
                "--content=photos/a.png",
                "--style=paintings/s.png",
                "--size=32",
                "--iterations=2",
                "--init=random",
                "--sweep=style-weight=1,100",
                "--sweep=seed=1,2"));

    assertThat(run.exitCode()).as(run.err()).isZero();
    List<String> names = new ArrayList<>();
    List<String> hashes = new ArrayList<>();
    for (String weight : List.of("1", "100")) {
      for (String seed : List.of("1", "2")) {
        String name = "a_s_style-weight-%s_seed-%s".formatted(weight, seed);
        names.add(name + ".png");
        RunRecord record = RunRecords.read(swept.out(name + ".json"));
        assertThat(record.commandLine()).contains("--style-weight=" + weight, "--seed=" + seed);
        hashes.add(record.sha256().orElseThrow());
      }
    }
    assertThat(swept.told(JobState.DONE)).containsExactlyInAnyOrderElementsOf(names);
    assertThat(hashes).as("the pictures").doesNotHaveDuplicates();
    assertThat(Files.readString(swept.out("index.html"))).contains("style-weight", "seed");
  }

  @Test
  void rowsOfAPairsFileHaveTheirOwnPaintingsNamesAndOptions() throws Exception {
    BatchFolder pairs = BatchFolder.in(folder.resolve("pairs"));
    Files.writeString(
        pairs.folder().resolve("pairs.csv"),
        """
        content,style,output,style-weight
        photos/a.png,paintings/s.png,my/{content} {style-weight}.jpg,50
        photos/b.png,paintings/s.png;paintings/t.png,,
        """);
    CommandRun run =
        pairs.run(BatchFolder.command("--pairs=pairs.csv", "--size=32", "--iterations=3"));

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(pairs.told(JobState.DONE)).containsExactlyInAnyOrder("my/a 50.jpg", "b_s+t.png");
    RunRecord own = RunRecords.read(pairs.out("my/a 50.json"));
    assertThat(own.commandLine()).contains("--style-weight=50");
    RunRecord blend = RunRecords.read(pairs.out("b_s+t.json"));
    assertThat(blend.recipe().styles()).hasSize(2);
    assertThat(blend.commandLine()).noneMatch(word -> word.startsWith("--style-weight"));
  }
}
