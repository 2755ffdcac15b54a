package impasto.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Photos, paintings and starts that cannot be used: exit code 3. */
class BadPicturesTest {
  private static final String REST = " -m ./vgg19.safetensors -o ./painted.png";
  private static final String AS_PHOTO = "stylize ./%s ./style.png" + REST;
  private static final String AS_PAINTING = "stylize ./content.png ./%s" + REST;
  private static final String AS_START = "stylize ./content.png ./style.png --init ./%s" + REST;

  @TempDir private Path folder;
  private Refusals refusals;

  @BeforeEach
  void makeInputs() throws IOException {
    refusals = Refusals.in(folder);
  }

  @ParameterizedTest(name = "a {0} cut in its {1}")
  @CsvSource({
    "png, header, 0.004", "png, middle, 0.5", "png, end, 0.97",
    "jpeg, header, 0.01", "jpeg, middle, 0.7", "jpeg, end, 0.98",
    "tiff, header, 0.004", "tiff, middle, 0.5", "tiff, end, 0.97",
    "gif, header, 0.004", "gif, middle, 0.7", "gif, end, 0.97",
    "bmp, header, 0.01", "bmp, middle, 0.5", "bmp, end, 0.97",
    "webp, header, 0.1", "webp, middle, 0.5", "webp, end, 0.9"
  })
  void aPictureThatIsCutShort(String format, String place, double share) throws Exception {
    byte[] whole = BadPictures.whole(format);
    String name = "cut in its " + place + "." + format;
    refusals.file(name, Arrays.copyOf(whole, (int) (share * whole.length)));
    refusals.assertRefused(3, words(AS_PHOTO, name), "cannot read ... " + name + ": ... ; ");
  }

  @ParameterizedTest(name = "a {0} that announces {1} x {1} pixels")
  @CsvSource({"png, 60000", "jpeg, 65500", "tiff, 60000", "gif, 65500", "webp, 60000"})
  void aHeaderThatAnnouncesTooMuch(String format, int side) throws Exception {
    refusals.file("huge." + format, BadPictures.announcing(format, side, side));
    refusals.assertRefused(
        3,
        AS_PAINTING.formatted("huge." + format),
        "huge.%s: %d x %d pixels are more than the limit of 268435456 ... shrink it"
            .formatted(format, side, side));
  }

  @Test
  void aBitmapThatAnnouncesMoreThanItHolds() throws Exception {
    refusals.file("huge.bmp", BadPictures.announcing("bmp", 20000, 20000));
    refusals.assertRefused(
        3, AS_PAINTING.formatted("huge.bmp"), "huge.bmp: damaged ... get a whole copy");
  }

  @Test
  void aPictureOfMorePixelsThanAreAskedFor() throws Exception {
    refusals.assertRefused(
        3,
        AS_PHOTO.formatted("content.png") + " --max-pixels 3071",
        "content.png: 64 x 48 pixels are more than the limit of 3071 ... shrink it");
  }

  @Test
  void aFewKilobytesThatBecomeMorePixelsThanTheMemoryHolds() throws Exception {
    Path bomb = refusals.file("bomb.png", BadPictures.blackPng(16_000));
    assertThat(Files.size(bomb)).isLessThan(1 << 17);
    refusals.assertRefusedAlone(
        new CommandRun.Setting(List.of(), List.of("-Xmx96m"), Map.of()),
        3,
        AS_PHOTO.formatted("bomb.png"),
        "bomb.png: too large for the memory ... shrink it ... -Xmx");
  }

  @ParameterizedTest
  @ValueSource(strings = {AS_PHOTO, AS_PAINTING, AS_START})
  void whatIsNoPictureAtAll(String command) throws Exception {
    refusals.file("text.png", "Not a picture.".getBytes(StandardCharsets.UTF_8));
    refusals.file("empty.png", new byte[0]);
    Files.createDirectory(folder.resolve("folder.png"));
    Files.createSymbolicLink(folder.resolve("dangling.png"), Path.of("nothing.png"));
    assertUnreadable(command, "text.png", "not a picture in a supported format ... convert it");
    assertUnreadable(command, "vgg19.safetensors", "not a picture in a supported format");
    assertUnreadable(command, "empty.png", "it is empty ... get a whole copy");
    assertUnreadable(command, "folder.png", "it is a folder ... name a picture file");
    assertUnreadable(command, "missing.png", "no such file ... check the path");
    assertUnreadable(command, "dangling.png", "no such file ... check the path");
    assertUnreadable(command, "content.png/x.png", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dev/zero", "/dev/null", "./pipe.png"})
  @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
  void whatNeverEndsIsNotWaitedFor(String name) throws Exception {
    assumeTrue(Files.exists(Path.of("/dev/zero")), "there are no such files on this system");
    Process made = new ProcessBuilder("mkfifo", folder.resolve("pipe.png").toString()).start();
    assumeTrue(made.waitFor() == 0, "no pipes on this system");
    String photo = AS_PHOTO.replace("./%s", name);
    refusals.assertRefused(3, photo, "it is a pipe or a device ... copy what it gives to a file");
  }

  @Test
  void aPictureThatMayNotBeRead() throws Exception {
    assumeFalse(System.getProperty("user.name").equals("root"), "root may read everything");
    assertThat(folder.resolve("style.png").toFile().setReadable(false)).isTrue();
    CommandRun run = CommandRun.in(folder, words(AS_PAINTING, "style.png").toArray());
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("style.png: permission denied; make it readable");
  }

  @Test
  void controlCharactersInANameStayOutOfTheLine() throws Exception {
    String name = "a\nb\u001b[2J\r\u009b.png";
    refusals.assertRefused(3, words(AS_PHOTO, name), "no such file ... check the path");
    refusals.file(name, new byte[0]);
    refusals.assertRefused(3, words(AS_PAINTING, name), "it is empty ... get a whole copy");
    refusals.assertRefused(3, words("show %s", "./" + name), "it is empty ... get a whole copy");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "-s 20                              | content picture is 20 x 15 ... needs 16 ... --size",
        "-s 64 --style-scale 0.2            | style picture is 13 x ... needs 16 ... --style-scale",
        "-s 20 --style-layers relu5_1       | content picture ... needs 16 ... shallower layers",
      })
  void aPictureThatIsTooSmallForTheNetwork(String options, String words) throws Exception {
    refusals.assertRefused(3, AS_PHOTO.formatted("content.png") + " " + options, words);
  }

  @Test
  void aPictureThatShowsNothing() throws Exception {
    refusals.file("clear.png", BadPictures.transparent());
    String quick = " --device cpu --precision float32 -s 64 --scales 1 -n 1 -q";
    refusals.assertRefused(
        3, AS_PHOTO.formatted("clear.png") + quick, "transparent ... use a picture");
    refusals.assertRefused(
        3, AS_PAINTING.formatted("clear.png") + quick, "transparent ... use a picture");
  }

  @Test
  void aJpegNamedPngIsAPictureLikeAnyOther() throws Exception {
    refusals.file("jpeg.png", BadPictures.whole("jpeg"));
    // It was read, since what comes after it is complained of.
    refusals.assertRefused(
        3, words("stylize ./jpeg.png ./%s" + REST, "missing.png"), "missing.png: no such file");
  }

  @Test
  void aPictureToBeJudged() throws Exception {
    refusals.assertRefused(
        3,
        "score ./content.png ./style.png ./none.png -m ./vgg19.safetensors",
        "none.png: no such");
  }

  private void assertUnreadable(String command, String name, String reason) throws IOException {
    refusals.assertRefused(
        3, command.formatted(name), "cannot read ... " + name + ": ... " + reason);
  }

  private static List<String> words(String command, String name) {
    return Arrays.stream(command.split(" ")).map(word -> word.formatted(name)).toList();
  }
}
