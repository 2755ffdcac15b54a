package impasto.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import impasto.models.InstalledModels;
import impasto.models.ModelException;
import impasto.models.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelChoiceTest {
  @TempDir Path folder;
  private InstalledModels models;

  @BeforeEach
  void setUp() {
    models = new InstalledModels(folder);
  }

  @Test
  void withoutAWordTheFirstInstalledModelOfTheCatalogueIsUsed() throws IOException {
    assertThat(ModelChoice.of(null, models)).isInstanceOf(ModelChoice.Builtin.class);
    // Each comes before those installed so far.
    for (String name : new String[] {"another", "vgg16-caffe", "vgg16", "vgg19"}) {
      install(name);
      ModelChoice choice = ModelChoice.of(null, models);
      assertThat(choice.place()).isEqualTo(folder.resolve(name + ".safetensors"));
      assertThat(choice.name()).contains(name);
    }
  }

  @Test
  void theBuiltInNetworkIsThereByItsNameWhateverIsInstalled() throws IOException {
    install("vgg19");
    install("builtin");
    ModelChoice choice = ModelChoice.of("builtin", models);
    assertThat(choice).isInstanceOf(ModelChoice.Builtin.class);
    assertThat(choice.recorded()).isEqualTo("builtin");
    assertThat(ModelChoice.of(null, models).name()).contains("vgg19");
    assertThat(choice.sha256()).isEqualTo(Sha256.of(Path.of("models/builtin.safetensors")));
  }

  @Test
  void anInstalledModelIsFoundByItsName() throws IOException {
    install("another");
    assertThat(ModelChoice.of("another", models).place())
        .isEqualTo(folder.resolve("another.safetensors"));
    assertThatThrownBy(() -> ModelChoice.of("vgg16", models))
        .isInstanceOf(ModelException.class)
        .hasMessage("model vgg16 is not installed; run: impasto models install vgg16");
  }

  @Test
  void aPathIsTakenAsItIs() {
    for (String path : new String[] {"vgg19.safetensors", "./builtin", "some/where/vgg19"}) {
      ModelChoice choice = ModelChoice.of(path, models);
      assertThat(choice).isInstanceOf(ModelChoice.WeightFile.class);
      assertThat(choice.place()).isEqualTo(Path.of(path));
      assertThat(choice.name()).isEmpty();
    }
  }

  @Test
  void aWordThatIsNeitherIsToldWithTheNearestName() {
    assertThatThrownBy(() -> ModelChoice.of("vgg91", models))
        .isInstanceOf(ModelException.class)
        .hasMessage("vgg91: neither a model nor a file; did you mean vgg19?");
    assertThatThrownBy(() -> ModelChoice.of("alexnet", models))
        .isInstanceOf(ModelException.class)
        .hasMessageContainingAll("models are builtin, vgg19, vgg16, vgg19-caffe, vgg16-caffe");
    assertThatThrownBy(() -> ModelChoice.of("a\0b.pth", models)).isInstanceOf(ModelException.class);
  }

  private void install(String name) throws IOException {
    Path file = Files.copy(Reference.MODEL, folder.resolve(name + ".safetensors"));
    Files.writeString(
        folder.resolve(name + ".json"),
        "{\"sha256\": \"x\", \"bytes\": %d, \"modified\": %d}"
            .formatted(Files.size(file), Files.getLastModifiedTime(file).toMillis()));
  }
}
