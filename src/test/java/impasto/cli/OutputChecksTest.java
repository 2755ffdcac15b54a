package impasto.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import impasto.image.WriteOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run may replace, and what it may not. */
class OutputChecksTest {
  private static final boolean RESUME = true;
  private static final boolean OVERWRITE = true;

  @TempDir Path folder;

  @Test
  void aResumedRunGoesOnWithItsOwnMetricsOnly() throws Exception {
    Path metrics = folder.resolve("run.jsonl");
    OutputFiles files = new OutputFiles(picture(), Optional.of(metrics), Optional.empty(), false);

    Files.writeString(metrics, "{\"scale\":1,\"width\":64}\n");
    assertAllowed(files, !OVERWRITE, RESUME);
    assertRefused(files, !OVERWRITE, !RESUME, "run.jsonl: it exists");
    Files.writeString(metrics, "Dear diary, ");
    assertRefused(files, !OVERWRITE, RESUME, "run.jsonl: it exists");
    checkpoint(files);
    assertRefused(files, !OVERWRITE, RESUME, "run.jsonl: it exists");
    assertAllowed(files, OVERWRITE, !RESUME);
  }

  @Test
  void aPlotIsNeverALeftover() throws Exception {
    Path plot = Files.writeString(folder.resolve("loss.png"), "precious");
    OutputFiles files = new OutputFiles(picture(), Optional.empty(), Optional.of(plot), false);

    assertRefused(files, !OVERWRITE, RESUME, "loss.png: it exists");
    checkpoint(files);
    assertRefused(files, !OVERWRITE, RESUME, "loss.png: it exists");
    assertAllowed(files, OVERWRITE, RESUME);
  }

  @Test
  void aFinishedPictureIsReplacedByItsOwnCheckpointOnly() throws Exception {
    OutputFiles files = new OutputFiles(picture(), Optional.empty(), Optional.empty(), false);
    Files.writeString(files.picture(), "precious");

    assertRefused(files, !OVERWRITE, RESUME, "painted.png: it exists");
    checkpoint(files);
    assertAllowed(files, !OVERWRITE, RESUME);
    Files.delete(files.picture());
    assertRefused(files, !OVERWRITE, !RESUME, "unfinished run of it; --resume");
  }

  @Test
  void aPreviewDoesNotReplaceAnInput() throws Exception {
    Path input = Files.writeString(folder.resolve("painted.000500.png"), "a preview of old");
    OutputFiles files = new OutputFiles(picture(), Optional.empty(), Optional.empty(), true);

    assertThatThrownBy(
            () -> new OutputChecks(files, WriteOptions.defaults(), !RESUME).check(List.of(input)))
        .isInstanceOf(OutputException.class)
        .hasMessageContainingAll("painted.000500.png", "one of the inputs");
    assertRefused(files, !OVERWRITE, !RESUME, "painted.000500.png: it exists");
    assertAllowed(files, !OVERWRITE, RESUME);
  }

  private Path picture() {
    return folder.resolve("painted.png");
  }

  private static void checkpoint(OutputFiles files) throws Exception {
    Files.createFile(files.checkpoint());
  }

  private static void assertAllowed(OutputFiles files, boolean overwrite, boolean resume) {
    assertThatCode(() -> check(files, overwrite, resume)).doesNotThrowAnyException();
  }

  private static void assertRefused(
      OutputFiles files, boolean overwrite, boolean resume, String reason) {
    assertThatThrownBy(() -> check(files, overwrite, resume))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining(reason);
  }

  private static void check(OutputFiles files, boolean overwrite, boolean resume) {
    new OutputChecks(files, WriteOptions.defaults().withOverwrite(overwrite), resume)
        .check(List.of());
  }
}
