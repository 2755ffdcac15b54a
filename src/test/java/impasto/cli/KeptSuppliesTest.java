package impasto.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import impasto.image.Picture;
import impasto.image.UnreadablePictureException;
import impasto.models.ModelException;
import impasto.report.InputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptSuppliesTest {
  private static final long MANY = 1L << 28;

  @TempDir Path folder;
  private final KeptSupplies supplies = new KeptSupplies();
  private Path file;

  @BeforeEach
  void makeAPicture() throws IOException {
    file = Files.copy(Reference.CONTENT, folder.resolve("a.png"));
  }

  @Test
  void theNextRunGetsTheSamePicture() {
    Picture picture = picture();
    assertThat(picture()).isSameAs(picture);
    for (int run = 0; run < 3; run++) {
      supplies.nextRun();
      assertThat(picture()).isSameAs(picture);
      assertThat(picture()).isSameAs(picture);
    }
  }

  @Test
  void aPictureThatARunDidNotNeedIsForgotten() {
    Picture picture = picture();
    supplies.nextRun();
    supplies.nextRun();
    assertThat(picture()).isNotSameAs(picture);
  }

  @Test
  void aFileThatChangedIsReadAgain() throws IOException {
    Picture picture = picture();
    InputFile described = supplies.described(file);

    Files.copy(Reference.STYLE, file, StandardCopyOption.REPLACE_EXISTING);

    assertThat(picture()).isNotSameAs(picture);
    assertThat(supplies.described(file).sha256())
        .isNotEqualTo(described.sha256())
        .isEqualTo(supplies.described(Reference.STYLE).sha256());
  }

  @Test
  void aPictureIsNotToldToBeOfAFileThatChangedSince() throws IOException {
    picture();
    Files.copy(Reference.STYLE, file, StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> supplies.described(file))
        .isInstanceOf(UnreadablePictureException.class)
        .hasMessageContainingAll(file.toString(), "it was changed while it was read");
    supplies.nextRun();
    assertThat(supplies.described(file).sha256())
        .isEqualTo(supplies.described(Reference.STYLE).sha256());
  }

  @Test
  void aFileOfAnotherTimeIsReadAgain() throws IOException {
    Picture picture = picture();
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
    assertThat(picture()).isNotSameAs(picture);
  }

  @Test
  void aSmallerLimitIsKept() {
    Picture picture = picture();
    assertThat(supplies.picture(file, MANY - 1).picture()).isNotSameAs(picture);
    assertThatThrownBy(() -> supplies.picture(file, 10))
        .isInstanceOf(UnreadablePictureException.class);
  }

  @Test
  void aFileIsHashedOnce() {
    InputFile described = supplies.described(file);
    supplies.nextRun();
    supplies.nextRun();
    assertThat(supplies.described(file)).isSameAs(described);
  }

  @Test
  void aFileThatWentAwayIsNoSupply() throws IOException {
    picture();
    InputFile described = supplies.described(file);
    assertThat(described.path()).endsWith("a.png");
    Files.delete(file);
    assertThatThrownBy(this::picture)
        .isInstanceOf(UnreadablePictureException.class)
        .hasMessageContaining("a.png");
    assertThatThrownBy(() -> supplies.described(file))
        .isInstanceOf(UnreadablePictureException.class)
        .hasMessageContaining("a.png");
  }

  @Test
  void theLatestNetworkIsKept() {
    LoadedModel model = supplies.model(options(Reference.MODEL));
    assertThat(supplies.model(options(Reference.MODEL))).isSameAs(model);
    assertThat(supplies.model(options(Path.of("builtin"))).label()).isEqualTo("builtin");
    assertThat(supplies.model(options(Reference.MODEL))).isNotNull().isNotSameAs(model);
  }

  @Test
  void aNetworkThatCannotBeReadDoesNotHarmTheNextRun() {
    supplies.model(options(Reference.MODEL));
    ModelOptions missing = options(folder.resolve("missing.pth"));
    for (int run = 0; run < 2; run++) {
      assertThatThrownBy(() -> supplies.model(missing)).isInstanceOf(ModelException.class);
    }
    assertThat(supplies.model(options(Reference.MODEL))).isNotNull();
  }

  private Picture picture() {
    return supplies.picture(file, MANY).picture();
  }

  private static ModelOptions options(Path model) {
    return new ModelOptions().naming(model);
  }
}
