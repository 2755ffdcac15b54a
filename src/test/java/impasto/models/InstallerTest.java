package impasto.models;

import static impasto.models.Installation.FILE;
import static impasto.models.Installation.HASH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import impasto.torch.HostTensor;
import impasto.torch.StateDict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallerTest {
  @TempDir Path folder;

  @Test
  void keepsTheWantedTensorsAndSaysWhereTheyCameFrom() throws Exception {
    InstalledModel model = download(new Installation(folder, 1));

    assertThat(model.file()).isEqualTo(folder.resolve("tiny.safetensors"));
    StateDict read = WeightFiles.read(model.file(), name -> true);
    Map<String, HostTensor> expected = new TreeMap<>(Fixtures.expected("state"));
    expected.keySet().removeIf(name -> !name.startsWith("features."));
    assertThat(read.tensors()).containsOnlyKeys(expected.keySet());
    expected.forEach(
        (name, tensor) -> {
          assertThat(read.tensors().get(name).shape()).isEqualTo(tensor.shape());
          assertThat(read.tensors().get(name).values()).isEqualTo(tensor.values());
        });
    assertThat(read.metadata())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "impasto.input",
                "caffe",
                "impasto.model",
                "tiny",
                "impasto.source",
                "tiny.pth",
                "impasto.source.url",
                "https://models.invalid/tiny.pth",
                "impasto.source.sha256",
                HASH));
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder("tiny.safetensors", "tiny.json", "tiny.lock");
  }

  @Test
  void theBytesAreTheSameWhenceverTheyCome() throws Exception {
    InstalledModel downloaded = download(new Installation(folder.resolve("a"), 1));
    InstalledModel taken = new Installation(folder.resolve("b"), 1).take(Fixtures.path("zip.pth"));

    assertThat(downloaded.file()).hasSameBinaryContentAs(taken.file());
    assertThat(downloaded.sha256())
        .isEqualTo(taken.sha256())
        .isEqualTo(Sha256.of(downloaded.file()));
  }

  @Test
  void anInstalledModelIsNotFetchedAgainUnlessItIsDamaged() throws Exception {
    try (FileServer server = FileServer.start(FileServer.whole(FILE))) {
      Installation installation = new Installation(folder, 1);
      InstalledModel first = installation.download(server.url());
      assertThat(installation.download(server.url())).isEqualTo(first);
      assertThat(server.requests()).hasSize(1);

      byte[] whole = Files.readAllBytes(first.file());
      byte[] damaged = whole.clone();
      damaged[damaged.length - 1] ^= 1;
      Files.write(first.file(), damaged);
      assertThat(installation.download(server.url()).file()).hasBinaryContent(whole);
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void aFileThatIsNotThePublishedOneIsRefused() throws Exception {
    Path other = Files.copy(Fixtures.path("serial.pth"), folder.resolve("other.pth"));
    Installation installation = new Installation(folder.resolve("models"), 1);

    assertThatThrownBy(() -> installation.take(other))
        .isInstanceOf(ModelException.class)
        .hasMessageContainingAll(
            "other.pth: is not the published tiny.pth",
            Sha256.of(other).substring(0, 8) + ", not " + HASH.substring(0, 8),
            "https://models.invalid/tiny.pth");
    assertThatThrownBy(() -> installation.take(folder.resolve("none.pth")))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("none.pth: no such file");
    assertThat(installation.models().find("tiny")).isEmpty();
    assertThat(other).exists();
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamedWithAWayOut() throws Exception {
    Path blocked = Files.writeString(folder.resolve("models"), "a file");

    assertThatThrownBy(() -> new Installation(blocked, 1).take(Fixtures.path("zip.pth")))
        .isInstanceOf(ModelException.class)
        .hasMessageContainingAll("cannot be written to " + blocked, "IMPASTO_HOME")
        .hasMessageNotContaining("\n");
  }

  @Test
  void whatIsNoAddressIsRefusedBeforeAnyWork() {
    for (String base : new String[] {"ftp://x", "models.example", "http://", "http://a b"}) {
      assertThatThrownBy(() -> new Installation(folder.resolve("x"), 1).download(base))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("is no address");
    }
    assertThat(folder).isEmptyDirectory();
  }

  private static InstalledModel download(Installation installation) throws Exception {
    try (FileServer server = FileServer.start(FileServer.honest(FILE))) {
      return installation.download(server.url());
    }
  }
}
