package impasto.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import impasto.batch.ManifestLine;
import impasto.image.ImageCodec;
import impasto.report.Chromium;
import impasto.report.JobState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A folder of photos in which anything may lie, under any name. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "most of the names cannot be there")
class BatchFilesTest {
  private static final String HOSTILE = "<img src=x onerror=document.title='hacked'>";

  /** The names of whole photos, without extension, and what their results are called. */
  private static final Map<String, String> GOOD =
      Map.of(
          "plain",
          "plain",
          "two  words",
          "two  words",
          "'it''s' \"quoted\"",
          "'it''s' \"quoted\"",
          "two\nlines",
          "two_lines",
          "-o",
          "-o",
          "\ud83c\udfa8 \u00e9\u6d77",
          "\ud83c\udfa8 \u00e9\u6d77",
          HOSTILE,
          HOSTILE,
          "&amp;",
          "&amp;");

  @TempDir static Path shared;
  private static final Map<String, String> bad = new TreeMap<>();
  private static BatchFolder batch;
  private static CommandRun run;

  @BeforeAll
  static void paint() throws Exception {
    batch = new BatchFolder(shared.resolve("batch"));
    Path photos = Files.createDirectories(batch.folder().resolve("photos"));
    for (String name : GOOD.keySet()) {
      Files.copy(Reference.CONTENT, photos.resolve(name + ".png"));
    }
    byte[] jpeg = BadPictures.whole("jpeg");
    Files.write(photos.resolve("cut.jpg"), Arrays.copyOf(jpeg, jpeg.length * 7 / 10));
    bad.put("cut", "get a whole copy");
    Files.createFile(photos.resolve("empty.png"));
    bad.put("empty", "empty");
    Files.writeString(photos.resolve("text.png"), "This is no picture.\n");
    bad.put("text", "not a picture");
    Files.write(photos.resolve("huge.png"), BadPictures.announcing("png", 60000, 60000));
    bad.put("huge", "60000 x 60000 pixels are more than the limit");
    // A whole one that is too big for memory.
    Files.write(photos.resolve("black.png"), BadPictures.blackPng(20000));
    bad.put("black", "20000 x 20000 pixels are more than the limit");
    Files.createDirectory(photos.resolve("folder.jpg"));
    bad.put("folder", "folder");
    Path locked = Files.copy(Reference.CONTENT, photos.resolve("locked.png"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
    if (!Files.isReadable(locked)) {
      bad.put("locked", "permission denied");
    }
    Files.writeString(photos.resolve("notes.txt"), "no picture's name");
    Files.copy(Reference.CONTENT, photos.resolve(".hidden.png"));
    run =
        batch.run(
            BatchFolder.command(
                "--content=photos", "--style=" + Reference.STYLE, "--size=32", "--iterations=2"));
  }

  @Test
  void allWholePhotosArePainted() throws IOException {
    assertThat(batch.told(JobState.DONE))
        .containsAll(GOOD.values().stream().map(name -> name + "_style.png").toList())
        .hasSize(GOOD.size() + (bad.containsKey("locked") ? 0 : 1));
    float[] plain = ImageCodec.read(batch.out("plain_style.png")).rgb();
    for (String name : GOOD.values()) {
      assertThat(batch.out(name + "_style.png"))
          .as(name)
          .satisfies(file -> assertThat(ImageCodec.read(file).rgb()).isEqualTo(plain));
    }
    assertThat(batch.folder().toFile().list()).containsExactlyInAnyOrder("photos", "out");
  }

  @Test
  void allOthersAreReportedByNameAndReason() throws IOException {
    assertThat(run.exitCode()).isEqualTo(7);
    assertThat(batch.lines(JobState.FAILED))
        .extracting(ManifestLine::output)
        .containsExactlyInAnyOrderElementsOf(
            bad.keySet().stream().map(name -> name + "_style.png").toList());
    String failures = batch.summary().get("failures").toString();
    bad.forEach(
        (name, reason) -> {
          assertThat(run.err().lines())
              .anyMatch(line -> line.contains(name + "_style.png failed: ") && has(line, reason));
          assertThat(run.out().lines())
              .anyMatch(line -> line.startsWith("failed: " + name + "_") && has(line, reason));
          assertThat(failures).contains("\"content\":\"photos/" + name + ".");
        });
    assertThat(batch.files().keySet()).noneMatch(name -> bad.containsKey(name.split("_", -1)[0]));
  }

  @Test
  void whatIsSaidKeepsToItsLines() {
    int jobs = GOOD.size() + 7;
    assertThat(run.err().lines())
        .hasSize(jobs)
        .allMatch(line -> line.startsWith("impasto: ") && line.matches("\\P{Cntrl}+"));
    assertThat(run.out().lines())
        .hasSize(1 + bad.size() + 1)
        .allMatch(line -> line.matches("\\P{Cntrl}+"));
  }

  @Test
  void thePageShowsNamesAsText() throws Exception {
    Optional<Path> program = Chromium.find();
    assumeThat(program).as("Chromium is at hand").isPresent();
    String dom =
        new Chromium(program.orElseThrow(), shared.resolve("profile"))
            .dom(batch.out("index.html"), 1280);

    assertThat(dom)
        .doesNotContain("<title>hacked")
        .contains("<bdi>&lt;img src=x onerror=document.title='hacked'&gt;_style.png</bdi>")
        .contains("<bdi>&amp;amp;_style.png</bdi>", "<bdi>-o_style.png</bdi>")
        .contains("15 of 15 shown");
    assertThat(dom.split("data-state=\"failed\"", -1)).hasSize(1 + bad.size());
  }

  @Test
  void theSameAgainSkipsThePaintedAndFailsTheOthers() throws Exception {
    CommandRun again =
        batch.run(
            BatchFolder.command(
                "--content=photos",
                "--style=" + Reference.STYLE,
                "--size=32",
                "--iterations=2",
                "--dry-run"));
    assertThat(again.exitCode()).isEqualTo(7);
    List<String> lines = again.out().lines().toList();
    assertThat(lines.stream().filter(line -> line.startsWith("skip "))).hasSizeGreaterThan(7);
    assertThat(lines.stream().filter(line -> line.startsWith("cannot "))).isNotEmpty();
  }

  private static boolean has(String line, String reason) {
    return line.contains(reason);
  }
}
