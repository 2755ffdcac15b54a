package impasto.batch;

import static org.assertj.core.api.Assertions.assertThat;

import impasto.config.Preset;
import impasto.report.Difference;
import impasto.report.Examples;
import impasto.report.Recipe;
import impasto.report.RunRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandingTest {
  private static final Recipe WANTED = Examples.recipe();

  @TempDir Path folder;

  @Test
  void aRecordWithoutItsPictureIsNoResult() throws IOException {
    record(WANTED);

    assertThat(standing("painted.png")).isInstanceOf(Standing.Missing.class);
  }

  @Test
  void aPictureOfTheSameInputsAndSettingsIsDone() throws IOException {
    Files.writeString(folder.resolve("painted.png"), "a picture");
    record(WANTED);

    assertThat(standing("painted.png"))
        .isInstanceOfSatisfying(
            Standing.Done.class, done -> assertThat(done.record().recipe()).isEqualTo(WANTED));
  }

  @Test
  void aPictureOfOtherSettingsIsStale() throws IOException {
    Files.writeString(folder.resolve("painted.png"), "a picture");
    record(Examples.recipe(Preset.GATYS.config()));

    assertThat(standing("painted.png"))
        .isInstanceOfSatisfying(
            Standing.Stale.class,
            stale ->
                assertThat(stale.differences())
                    .extracting(Difference::sentence)
                    .contains("--style-weight was 1000 and is 5.5"));
  }

  @Test
  void aPictureThatNoRecordDescribesIsForeign() throws IOException {
    Files.writeString(folder.resolve("painted.png"), "a picture");
    assertThat(standing("painted.png")).isInstanceOf(Standing.Foreign.class);

    Files.writeString(folder.resolve("painted.json"), "{\"kind\":\"impasto-run\"");
    assertThat(standing("painted.png")).isInstanceOf(Standing.Foreign.class);

    // The record beside it is that of painted.png.
    record(WANTED);
    Files.writeString(folder.resolve("painted.jpg"), "a picture");
    assertThat(standing("painted.jpg")).isInstanceOf(Standing.Foreign.class);
  }

  @Test
  void whatLiesInTheRecordsPlaceIsForeignEvenWithoutAPicture() throws IOException {
    Files.writeString(folder.resolve("painted.json"), "{\"shopping\": [\"milk\"]}");
    assertThat(standing("painted.png"))
        .isInstanceOfSatisfying(
            Standing.Foreign.class,
            foreign -> assertThat(foreign.reason()).contains("painted.json: "));

    // The record of painted.png, which is not to be lost for painted.jpg.
    record(WANTED);
    assertThat(standing("painted.jpg"))
        .isEqualTo(new Standing.Foreign("painted.json is the record of /home/ada/painted.png"));
  }

  private void record(Recipe recipe) throws IOException {
    RunRecords.write(folder.resolve("painted.json"), Examples.run(recipe), true);
  }

  private Standing standing(String picture) {
    return Standing.of(
        folder.resolve(picture), folder.resolve("painted.json"), WANTED, false, false);
  }
}
