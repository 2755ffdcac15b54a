package impasto.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledModelsTest {
  @TempDir Path folder;
  private InstalledModels models;
  private InstalledModel tiny;

  @BeforeEach
  void install() {
    models = new InstalledModels(folder);
    tiny = new Installation(folder, 1).take(Fixtures.path("zip.pth"));
  }

  @Test
  void theRecordTellsHashLengthAndTime() throws IOException {
    assertThat(models.names()).containsExactly("tiny");
    assertThat(models.find("tiny")).contains(tiny);
    assertThat(tiny.sha256()).isEqualTo(Sha256.of(tiny.file()));
    assertThat(tiny.bytes()).isEqualTo(Files.size(tiny.file()));
    assertThat(models.open("tiny")).isEqualTo(tiny);
    assertThat(models.verify("tiny")).isEqualTo(tiny);
  }

  @Test
  void anUntouchedFileIsNotHashed() throws IOException {
    // Other bytes of the same length and time: only a hash could tell.
    damage(tiny.modified());

    assertThat(models.open("tiny")).isEqualTo(tiny);
    assertThatThrownBy(() -> models.verify("tiny"))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "model tiny is damaged (" + tiny.file() + "); run: impasto models install tiny");
  }

  @Test
  void aTouchedFileIsHashedOnce() throws IOException {
    long later = tiny.modified() + 60_000;
    Files.setLastModifiedTime(tiny.file(), FileTime.fromMillis(later));

    assertThat(models.open("tiny").modified()).isEqualTo(later);
    assertThat(models.find("tiny").orElseThrow().modified()).isEqualTo(later);
  }

  @Test
  void aChangedFileIsRefused() throws IOException {
    damage(tiny.modified() + 60_000);
    assertThatThrownBy(() -> models.open("tiny")).hasMessageContaining("is damaged");

    Files.write(tiny.file(), new byte[3]);
    assertThatThrownBy(() -> models.open("tiny")).hasMessageContaining("is damaged");
  }

  @Test
  void aFileWithoutARecordIsNotInstalled() throws IOException {
    for (String record : new String[] {"", "{}", "null", "[1]", "{\"sha256\":1", "\0"}) {
      Files.writeString(folder.resolve("tiny.json"), record);
      assertThat(models.find("tiny")).as(record).isEmpty();
    }
    Files.delete(folder.resolve("tiny.json"));
    assertThat(models.names()).isEmpty();
    assertThatThrownBy(() -> models.open("tiny"))
        .isInstanceOf(ModelException.class)
        .hasMessage("model tiny is not installed; run: impasto models install tiny");
  }

  @Test
  void removingLeavesNothingOfTheModel() throws IOException {
    Files.writeString(folder.resolve("tiny.partial.pth"), "half");
    Files.writeString(folder.resolve("tiny.partial.version"), "v1");
    Files.writeString(folder.resolve("other.json"), "{}");

    assertThat(models.remove("tiny")).isTrue();

    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("tiny.lock", "other.json");
    assertThat(models.remove("tiny")).isFalse();
    assertThat(new InstalledModels(folder.resolve("none")).remove("tiny")).isFalse();
  }

  @Test
  void aModelThatIsBeingInstalledIsNotRemoved() throws IOException {
    try (FileChannel installing =
        FileChannel.open(folder.resolve("tiny.lock"), StandardOpenOption.WRITE)) {
      installing.lock();
      assertThatThrownBy(() -> models.remove("tiny")).isInstanceOf(ModelException.class);
    }
    assertThat(models.verify("tiny")).isEqualTo(tiny);
  }

  @Test
  void onlyPlainNamesAreNames() {
    for (String name : new String[] {"", "..", "a/b", "a\\b", "a.b", "-a", "a b", "ä"}) {
      assertThat(InstalledModels.isName(name)).as(name).isFalse();
      assertThat(models.find(name)).as(name).isEmpty();
    }
    assertThat(InstalledModels.isName("vgg19-caffe_2")).isTrue();
  }

  private void damage(long modified) throws IOException {
    byte[] bytes = Files.readAllBytes(tiny.file());
    bytes[bytes.length - 1] ^= 1;
    Files.write(tiny.file(), bytes);
    Files.setLastModifiedTime(tiny.file(), FileTime.fromMillis(modified));
  }
}
