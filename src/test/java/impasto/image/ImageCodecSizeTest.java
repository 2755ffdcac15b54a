package impasto.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageCodecSizeTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "orientation1.png",
        "orientation3.jpg",
        "orientation6.jpg",
        "orientation6.tif",
        "orientation8.webp",
        "orientation-after-pixels.png",
        "animated.gif",
        "rgb8.bmp",
        "big.tif",
        "ycck.jpg"
      })
  void isThatOfThePictureThatIsRead(String name) {
    Path file = TestFiles.fixture(name);

    assertThat(ImageCodec.size(file, 1 << 20)).isEqualTo(Size.of(ImageCodec.read(file)));
  }

  @Test
  void doesNotLookAtThePixels() throws Exception {
    byte[] whole = TestFiles.fixtureBytes("orientation6.jpg");
    Path part = Files.write(folder.resolve("part.jpg"), Arrays.copyOf(whole, whole.length - 20));

    assertThat(ImageCodec.size(part, 1 << 20))
        .isEqualTo(ImageCodec.size(TestFiles.fixture("orientation6.jpg"), 1 << 20));
  }

  @Test
  void isRefusedInTheWordsOfReading() throws Exception {
    Path empty = Files.createFile(folder.resolve("empty.png"));
    Path text = Files.writeString(folder.resolve("text.png"), "no picture");
    Path cut =
        Files.write(
            folder.resolve("cut.png"), Arrays.copyOf(TestFiles.fixtureBytes("rgb8.png"), 20));
    for (Path file : new Path[] {folder, folder.resolve("none.png"), empty, text, cut}) {
      assertThat(catchThrowable(() -> ImageCodec.size(file, 1 << 20)))
          .isInstanceOf(UnreadablePictureException.class)
          .hasMessage(catchThrowable(() -> ImageCodec.readFile(file, 1 << 20)).getMessage());
    }
    Path large = TestFiles.fixture("rgb8.png");
    assertThat(catchThrowable(() -> ImageCodec.size(large, 53)))
        .isInstanceOf(UnreadablePictureException.class)
        .hasMessage(catchThrowable(() -> ImageCodec.readFile(large, 53)).getMessage());
  }
}
