package impasto.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import impasto.batch.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchInputsTest {
  @TempDir Path folder;

  @BeforeEach
  void leaveResults() throws IOException {
    for (String name :
        List.of(
            "sea_waves.png",
            "sea_waves.json",
            "sea_waves.000100.png",
            "town_waves.partial.png",
            "town_waves.checkpoint.safetensors")) {
      Files.writeString(folder.resolve(name), "left");
    }
  }

  @Test
  void resultsOfAnEarlierBatchAreNoPhotosOfTheNext() throws IOException {
    Files.writeString(folder.resolve("sea.png"), "a photo");
    Files.writeString(folder.resolve("clip.000100.png"), "a frame");
    assertThat(find(folder.toString())).containsExactly("clip.000100.png", "sea.png");
  }

  @Test
  void whoNamesAResultMeansIt() {
    assertThat(find(folder.resolve("sea_waves.png").toString())).containsExactly("sea_waves.png");
  }

  @Test
  void elsewhereARecordMeansNothing() throws IOException {
    Path photos = Files.createDirectory(folder.resolve("photos"));
    Files.writeString(photos.resolve("a.png"), "a photo");
    Files.writeString(photos.resolve("a.json"), "its tags");
    BatchInputs inputs = new BatchInputs(folder.resolve("results"), false);
    assertThat(inputs.find("--content", List.of(photos.toString()))).hasSize(1);
  }

  @Test
  void aFolderOfResultsAloneIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> find(folder.toString()))
        .withMessageContainingAll("--content", folder.toString(), "choose another --output");
  }

  private List<String> find(String path) {
    return new BatchInputs(folder, false)
        .find("--content", List.of(path)).stream().map(Source::name).toList();
  }
}
