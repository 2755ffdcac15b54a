package impasto.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import impasto.torch.HostTensor;
import impasto.torch.StateDict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeightFilesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zip.pth",
        "serial.pth",
        "python2.pth",
        "plain.safetensors",
        "plain.npz",
        "compressed.npz"
      })
  void everyFormatGivesTheValuesPyTorchHas(String name) throws IOException {
    Map<String, HostTensor> expected = new TreeMap<>(Fixtures.expected("state"));
    if (name.endsWith(".npz")) {
      expected.remove("features.5.weight"); // bfloat16, which NumPy does not have.
    }

    StateDict read = WeightFiles.read(Fixtures.path(name), key -> !key.equals("counter"));

    assertSame(read, expected);
  }

  @Test
  void aCheckpointGivesTheStateDictInsideIt() throws IOException {
    StateDict read =
        WeightFiles.read(Fixtures.path("checkpoint.pt"), key -> !key.contains("batches"));

    assertSame(read, Fixtures.expected("checkpoint"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"zip.pth", "serial.pth", "plain.safetensors", "plain.npz"})
  void onlyWantedTensorsAreRead(String name) {
    Set<String> wanted = Set.of("features.2.bias", "shared.block", "not there");

    StateDict read = WeightFiles.read(Fixtures.path(name), wanted::contains);

    assertThat(read.tensors()).containsOnlyKeys("features.2.bias", "shared.block");
  }

  @Test
  void bothPyTorchFormatsKeepTheOrderOfTheStateDict() {
    assertThat(WeightFiles.read(Fixtures.path("serial.pth"), key -> !key.equals("counter")))
        .extracting(read -> read.tensors().keySet().toString())
        .isEqualTo(
            WeightFiles.read(Fixtures.path("zip.pth"), key -> !key.equals("counter"))
                .tensors()
                .keySet()
                .toString());
  }

  @Test
  void safetensorsGiveTheirMetadata() {
    assertThat(WeightFiles.read(Fixtures.path("plain.safetensors"), key -> false).metadata())
        .containsExactlyInAnyOrderEntriesOf(Map.of("impasto.input", "caffe", "note", "für Tests"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"zip.pth", "serial.pth", "plain.safetensors", "plain.npz"})
  void aWantedTensorOfIntegersIsRefusedByName(String name) {
    assertThatThrownBy(() -> WeightFiles.read(Fixtures.path(name), key -> true))
        .isInstanceOf(ModelException.class)
        .hasMessageContainingAll(name, "'counter'");
  }

  @ParameterizedTest
  @CsvSource({
    "zip.pth, a.safetensors",
    "zip.pth, a.npz",
    "serial.pth, a.safetensors",
    "serial.pth, a.npz",
    "plain.npz, a.pth",
    "plain.npz, a.safetensors",
    "plain.safetensors, a.pt",
    "plain.safetensors, a.npz"
  })
  void contentsOfAnotherFormatThanTheExtensionAreRefused(String fixture, String name)
      throws IOException {
    Path file = Files.copy(Fixtures.path(fixture), folder.resolve(name));

    assertThatThrownBy(() -> WeightFiles.read(file, key -> false))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith(file + ": ");
  }

  @Test
  void anUnknownExtensionIsRefusedWithTheList() {
    assertThatThrownBy(() -> WeightFiles.read(folder.resolve("vgg.onnx"), key -> true))
        .isInstanceOf(ModelException.class)
        .hasMessageContainingAll("vgg.onnx", ".safetensors", ".pth", ".pt", ".npz");
  }

  @Test
  void aMissingFileAndAFolderAreRefused() throws IOException {
    Path directory = Files.createDirectory(folder.resolve("folder.pth"));

    assertThatThrownBy(() -> WeightFiles.read(folder.resolve("none.pth"), key -> true))
        .isInstanceOf(ModelException.class)
        .hasMessage(folder.resolve("none.pth") + ": no such file; check the path");
    assertThatThrownBy(() -> WeightFiles.read(directory, key -> true))
        .isInstanceOf(ModelException.class)
        .hasMessage(directory + ": is no regular file; name a weight file");
  }

  private static void assertSame(StateDict read, Map<String, HostTensor> expected) {
    assertThat(read.tensors()).containsOnlyKeys(expected.keySet());
    expected.forEach(
        (name, tensor) -> {
          assertThat(read.tensors().get(name).shape()).as(name).isEqualTo(tensor.shape());
          assertThat(read.tensors().get(name).values()).as(name).isEqualTo(tensor.values());
        });
  }
}
