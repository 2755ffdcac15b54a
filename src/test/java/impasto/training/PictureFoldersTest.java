package impasto.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import impasto.image.Picture;
import impasto.image.UnreadablePictureException;
import impasto.net.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFoldersTest {
  @TempDir private Path folder;

  @Test
  void picturesComeInTheOrderOfTheirNamesAndTheRestIsPassedOver() throws IOException {
    Files.copy(Reference.path("odd.png"), folder.resolve("b.png"));
    Files.copy(Reference.path("content.png"), folder.resolve("a.png"));
    Files.writeString(folder.resolve("notes.txt"), "no picture");
    Files.createDirectory(folder.resolve("more"));

    List<Picture> read = PictureFolders.read(List.of(folder)).folders().get(0);

    assertThat(read).extracting(Picture::width).containsExactly(64, 53);
  }

  @Test
  void aFolderThatIsNamedTwiceHasTwiceTheSayWithTheSamePictures() throws IOException {
    Files.copy(Reference.path("odd.png"), folder.resolve("a.png"));

    TrainingPictures read = PictureFolders.read(List.of(folder, folder));

    assertThat(read.folders()).hasSize(2);
    assertThat(read.count()).isEqualTo(1);
  }

  @Test
  void aFolderThatIsNoneOrHoldsNoPictureIsRefused() throws IOException {
    assertThatThrownBy(() -> PictureFolders.read(List.of(folder)))
        .isInstanceOf(UnreadablePictureException.class)
        .hasMessageContainingAll(folder.toString(), "no picture in it");
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> PictureFolders.read(List.of(missing)))
        .isInstanceOf(UnreadablePictureException.class)
        .hasMessageContainingAll(missing.toString(), "no folder that can be read");
  }
}
