package impasto.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import impasto.files.Digests;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PendingRecordTest {
  @TempDir Path folder;
  private Path picture;
  private PendingRecord pending;

  @BeforeEach
  void name() {
    picture = folder.resolve("a.png");
    pending =
        new PendingRecord(picture, folder.resolve(".a.pending.json"), folder.resolve("a.json"));
  }

  @Test
  void itBecomesTheRecordOfThePicture() throws IOException {
    pending.write(recordOf("an earlier picture"));
    pending.write(recordOf("a picture"));
    assertThat(folder.toFile().list()).containsExactly(".a.pending.json");

    pending.publish(false);

    assertThat(folder.toFile().list()).containsExactly("a.json");
    assertThat(RunRecords.read(pending.record())).isEqualTo(recordOf("a picture"));
  }

  @Test
  void anEarlierRecordIsReplacedOnlyIfItMayBe() throws IOException {
    Files.writeString(pending.record(), "precious");
    pending.write(recordOf("a picture"));

    assertThatThrownBy(() -> pending.publish(false)).isInstanceOf(FileAlreadyExistsException.class);
    assertThat(pending.record()).hasContent("precious");

    pending.publish(true);
    assertThat(RunRecords.read(pending.record())).isEqualTo(recordOf("a picture"));
    assertThat(pending.pending()).doesNotExist();
  }

  @Test
  void droppedNothingIsLeftOfIt() throws IOException {
    pending.write(recordOf("a picture"));
    pending.drop();
    pending.drop();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aKillAfterThePictureAppearedLeavesItsRecord() throws IOException {
    Files.writeString(pending.record(), "the record of an earlier picture");
    pending.write(recordOf("a picture"));
    Files.writeString(picture, "a picture");

    pending.settle();

    assertThat(RunRecords.read(pending.record())).isEqualTo(recordOf("a picture"));
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("a.png", "a.json");
  }

  @Test
  void aKillBeforeThePictureAppearedLeavesTheEarlierOneAndItsRecord() throws IOException {
    Files.writeString(picture, "an earlier picture");
    Files.writeString(pending.record(), "its record");
    pending.write(recordOf("a picture"));

    pending.settle();

    assertThat(picture).hasContent("an earlier picture");
    assertThat(pending.record()).hasContent("its record");
    assertThat(pending.pending()).doesNotExist();
  }

  @Test
  void aKillBeforeTheFirstPictureAppearedLeavesNothing() throws IOException {
    pending.write(recordOf("a picture"));
    pending.settle();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aRecordThatIsDamagedOrKnowsNoHashIsRemoved() throws IOException {
    Files.writeString(picture, "a picture");

    Files.writeString(pending.pending(), "{\"kind\":\"impasto-run\"");
    pending.settle();
    assertThat(folder.toFile().list()).containsExactly("a.png");

    pending.write(Examples.run(Examples.recipe()));
    pending.settle();
    assertThat(folder.toFile().list()).containsExactly("a.png");
  }

  @Test
  void whereNothingIsPendingNothingIsTouched() throws IOException {
    Files.writeString(picture, "a picture");
    Files.writeString(pending.record(), "its record");
    pending.settle();
    assertThat(picture).hasContent("a picture");
    assertThat(pending.record()).hasContent("its record");
  }

  private static RunRecord recordOf(String picture) {
    RunRecord run = Examples.run(Examples.recipe());
    return new RunRecord(
        run.recipe(),
        run.output(),
        Optional.of(Digests.sha256(picture.getBytes(UTF_8))),
        run.commandLine(),
        run.started(),
        run.machine(),
        run.seconds(),
        run.scales(),
        run.peakMemoryMb(),
        run.resumed(),
        run.events(),
        run.course());
  }
}
