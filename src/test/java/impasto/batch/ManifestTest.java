package impasto.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import impasto.report.JobState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {
  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

  @TempDir Path folder;
  private JobLocks locks;

  @BeforeEach
  void enter() throws IOException {
    locks = JobLocks.enter(folder, () -> {});
  }

  @AfterEach
  void leave() throws IOException {
    locks.close();
  }

  @Test
  void linesComeBackAsTheyWere() throws IOException {
    ManifestLine done = line(JobState.DONE, "a \n \"b\" \u6d6e.png");
    ManifestLine failed = line(JobState.FAILED, "<b>.png");

    manifest().add(done);
    manifest().add(failed);

    assertThat(Manifest.read(folder)).containsExactly(done, failed);
    assertThat(Files.readAllLines(folder.resolve(Manifest.FILE))).hasSize(2);
  }

  @Test
  void aKillAtAnyByteLosesNoOtherLine() throws IOException {
    manifest().add(line(JobState.DONE, "a.png"));
    manifest().add(line(JobState.FAILED, "\u6d6e.png"));
    Path file = folder.resolve(Manifest.FILE);
    byte[] whole = Files.readAllBytes(file);
    int first = new String(whole, UTF_8).indexOf('\n') + 1;
    for (int length = 0; length <= whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      int before = Manifest.read(folder).size();

      manifest().add(line(JobState.SKIPPED, "c.png"));

      List<ManifestLine> after = Manifest.read(folder);
      // A line is whole with or without its end.
      assertThat(before).as("%s bytes", length).isBetween(length < first - 1 ? 0 : 1, 2);
      assertThat(after).hasSize(before + 1);
      assertThat(after.get(before).output()).isEqualTo("c.png");
    }
  }

  @Test
  void aPictureIsToldOnceByWhomever() throws IOException {
    Manifest ours = manifest();
    Manifest theirs = manifest();

    assertThat(ours.add(line(JobState.DONE, "a.png"))).isTrue();
    assertThat(theirs.add(line(JobState.DONE, "a.png"))).isFalse();
    assertThat(theirs.add(line(JobState.DONE, "b.png"))).isTrue();
    assertThat(ours.add(line(JobState.DONE, "b.png"))).isFalse();
    assertThat(ours.add(line(JobState.SKIPPED, "b.png"))).isTrue();

    assertThat(Manifest.read(folder))
        .extracting(ManifestLine::output)
        .containsExactly("a.png", "b.png", "b.png");
  }

  @Test
  void severalLinesAreAddedAtOnce() throws IOException {
    Manifest manifest = manifest();

    assertThat(manifest.addAll(List.of())).isZero();
    assertThat(
            manifest.addAll(
                List.of(
                    line(JobState.DONE, "a.png"),
                    line(JobState.SKIPPED, "a.png"),
                    line(JobState.DONE, "a.png"),
                    line(JobState.SKIPPED, "a.png"))))
        .isEqualTo(3);
    assertThat(manifest().addAll(List.of(line(JobState.DONE, "a.png")))).isZero();

    assertThat(Manifest.read(folder))
        .extracting(ManifestLine::state)
        .containsExactly(JobState.DONE, JobState.SKIPPED, JobState.SKIPPED);
  }

  @Test
  void aManifestThatSomebodyEmptiesIsBegunAnew() throws IOException {
    Manifest manifest = manifest();
    manifest.add(line(JobState.FAILED, "a.png"));
    Files.write(folder.resolve(Manifest.FILE), new byte[0]);
    manifest.add(line(JobState.FAILED, "b.png"));
    assertThat(Manifest.read(folder)).extracting(ManifestLine::output).containsExactly("b.png");
  }

  @Test
  void aLineAfterOneThatWasCutOffIsWholeWheneverItIsAdded() throws IOException {
    manifest().add(line(JobState.DONE, "a.png"));
    Path file = folder.resolve(Manifest.FILE);
    Files.writeString(file, Files.readString(file) + "{\"time\":\"20");
    Manifest manifest = manifest();

    // Nothing is added, but what is there has been read.
    assertThat(manifest.addAll(List.of())).isZero();
    assertThat(manifest.add(line(JobState.DONE, "a.png"))).isFalse();
    assertThat(manifest.add(line(JobState.DONE, "b.png"))).isTrue();

    assertThat(Manifest.read(folder))
        .extracting(ManifestLine::output)
        .containsExactly("a.png", "b.png");
  }

  private Manifest manifest() {
    return new Manifest(folder, locks);
  }

  private static ManifestLine line(JobState state, String output) {
    return new ManifestLine(
        NOON,
        "0123456789abcdef",
        state,
        output,
        "/photos/a.png",
        List.of("/paintings/b.png"),
        state == JobState.DONE ? Optional.of(NOON) : Optional.empty(),
        Optional.of(1.5),
        Optional.of(0.25),
        Optional.empty());
  }
}
