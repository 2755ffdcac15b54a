package impasto.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptionTest {
  private static final Picture BLACK = new Picture(2, 1, new float[6]);

  @TempDir private Path folder;

  static Stream<Arguments> texts() {
    String settings = "{\"seed\": 7, \"styles\": [\"\\\\a\\tb\"]}\r\n";
    List<String> texts =
        List.of(
            "",
            " spaces and an end of line \n",
            settings,
            "\u00e9\u4e2d\u6587\ud83c\udfa8\uffff <&> \u0001\u001f\u0085",
            // Three bytes each: more than a segment of a JPEG holds, in the middle of a character.
            "\u4e2d".repeat(50_000));
    return Stream.of("png", "jpg", "tif")
        .flatMap(format -> texts.stream().map(text -> Arguments.of(format, text)));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void readsBackWhatWasWritten(String format, String text) {
    Path file = folder.resolve("a." + format);

    ImageCodec.write(BLACK, file, WriteOptions.defaults().withDescription(text));

    assertThat(ImageCodec.description(file)).hasValue(text);
    assertThat(ImageCodec.read(file).width()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "tif"})
  void keepsItBesideExif(String format) {
    Path file = folder.resolve("a." + format);
    PictureFile camera = ImageCodec.readFile(TestFiles.fixture("camera.jpg"), 1 << 20);

    ImageCodec.write(
        camera.picture(),
        file,
        WriteOptions.defaults().withExif(camera.exif()).withDescription("settings"));

    assertThat(ImageCodec.description(file)).hasValue("settings");
    assertThat(ImageCodec.readFile(file, 1 << 20).exif()).isPresent();
  }

  @Test
  void doesNotPassOnTheDescriptionOfAnEarlierPicture() {
    Path first = folder.resolve("first.tif");
    Path second = folder.resolve("second.tif");
    ImageCodec.write(BLACK, first, WriteOptions.defaults().withDescription("first"));

    PictureFile source = ImageCodec.readFile(first, 2);
    ImageCodec.write(BLACK, second, WriteOptions.defaults().withExif(source.exif()));

    assertThat(ImageCodec.description(second)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rgb8.png",
        "camera.jpg",
        "two-pages.tif",
        "big.tif",
        "orientation5.webp",
        "palette.gif",
        "rgb8.bmp"
      })
  void findsNoneInFilesOfOthers(String name) {
    assertThat(ImageCodec.description(TestFiles.fixture(name))).isEmpty();
  }

  @Test
  void findsNoneInTextsOfOthers() throws IOException {
    byte[] png = TestFiles.fixtureBytes("rgb8.png");
    byte[] jpeg = TestFiles.fixtureBytes("baseline.jpg");
    List<byte[]> files =
        List.of(
            TestFiles.withPngChunk(png, TestFiles.ascii("iTXtComment\0\0\0\0\0hello")),
            TestFiles.withPngChunk(png, TestFiles.ascii("iTXtimpasto")),
            TestFiles.withPngChunk(png, TestFiles.ascii("iTXt")),
            TestFiles.withPngChunk(png, TestFiles.ascii("iTXtimpasto\0\1\0\0\0deflated")),
            TestFiles.withJpegSegment(jpeg, 0xfe, TestFiles.ascii("hello")),
            TestFiles.withJpegSegment(jpeg, 0xfe, new byte[0]));
    for (byte[] content : files) {
      Path file = Files.write(folder.resolve("a.dat"), content);

      assertThat(ImageCodec.description(file)).isEmpty();
      assertThat(ImageCodec.read(file).rgb()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "tif"})
  void refusesWhatIsDamaged(String format) throws IOException {
    Path file = folder.resolve("a." + format);
    ImageCodec.write(BLACK, file, WriteOptions.defaults().withDescription("text"));
    byte[] whole = Files.readAllBytes(file);

    Path part = Files.write(folder.resolve("part"), Arrays.copyOf(whole, 100));

    assertThatExceptionOfType(UnreadablePictureException.class)
        .isThrownBy(() -> ImageCodec.description(part))
        .withMessageStartingWith("cannot read " + part + ": damaged or incomplete");
  }

  @Test
  void refusesWhatIsNoPicture() throws IOException {
    Path file = Files.writeString(folder.resolve("a.png"), "impasto:hello");

    assertThatExceptionOfType(UnreadablePictureException.class)
        .isThrownBy(() -> ImageCodec.description(file))
        .withMessageContaining("not a picture in a supported format");
  }
}
