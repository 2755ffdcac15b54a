package impasto.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageCodecBadInputTest {
  @TempDir private Path folder;

  @Test
  void refusesAMissingFile() {
    assertRefused(folder.resolve("none.png"), "no such file");
  }

  @Test
  void refusesAFolder() {
    assertRefused(folder, "it is a folder");
  }

  @Test
  void refusesAnEmptyFile() throws IOException {
    assertRefused(file(new byte[0]), "it is empty");
  }

  @Test
  @EnabledOnOs(
      value = {OS.LINUX, OS.MAC},
      disabledReason = "devices have other names")
  void refusesADevice() {
    assertRefused(Path.of("/dev/zero"), "it is a pipe or a device");
  }

  /** Nobody ever writes to the pipe: whoever opened it would wait for good. */
  @Test
  @Timeout(60)
  void refusesANamedPipeWithoutOpeningIt() throws Exception {
    assumeThat(Programs.find("mkfifo")).as("mkfifo is at hand").isPresent();
    Path pipe = folder.resolve("pipe.png");
    Programs.run("mkfifo", pipe.toString());

    assertRefused(pipe, "it is a pipe or a device");
    assertThat(catchThrowable(() -> ImageCodec.description(pipe)))
        .isInstanceOf(UnreadablePictureException.class);
  }

  @Test
  void refusesWhatIsNoPicture() throws IOException {
    assertRefused(
        file("no picture".getBytes(StandardCharsets.UTF_8)), "not a picture in a supported format");
  }

  /** ImageIO passes over the last bytes of some formats, which hold no pixels. */
  @ParameterizedTest
  @CsvSource({"jpg, 0", "png, 20", "gif, 1", "bmp, 0"})
  void refusesAFileCutAnywhere(String format, int unread) throws IOException {
    byte[] whole = TestImages.encode(TestImages.noise(), format);
    for (int length = 0; length < whole.length - unread; length++) {
      assertRefused(file(Arrays.copyOf(whole, length)), "");
    }
  }

  @Test
  void refusesPixelsThatFailTheirChecksum() throws IOException {
    byte[] bytes = TestImages.encode(TestImages.noise(), "png");
    bytes[bytes.length / 2] ^= 1;

    assertRefused(file(bytes), "damaged or incomplete");
  }

  @Test
  void refusesAHeaderThatAnnouncesTooManyPixels() throws IOException {
    byte[] bytes = TestImages.encode(TestImages.noise(), "png");
    // The header chunk: type at 12, width at 16, height at 20, checksum of 12..29 at 29.
    ByteBuffer header = ByteBuffer.wrap(bytes);
    header.putInt(16, 1 << 14).putInt(20, (1 << 14) + 1);
    CRC32 checksum = new CRC32();
    checksum.update(bytes, 12, 17);
    header.putInt(29, (int) checksum.getValue());

    assertRefused(file(bytes), "16384 x 16385 pixels are more than the limit of 268435456");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rgb8.png",
        "baseline.jpg",
        "rgb8-zip.tif",
        "lossless.webp",
        "rgb8.bmp",
        "palette.gif"
      })
  void refusesMorePixelsThanAsked(String name) {
    Path file = TestFiles.fixture(name);
    long pixels = name.endsWith("jpg") ? 48 * 32 : 9 * 6;

    assertThat(ImageCodec.readFile(file, pixels).picture().rgb()).hasSize((int) (3 * pixels));
    assertThat(catchThrowable(() -> ImageCodec.readFile(file, pixels - 1)))
        .isInstanceOf(UnreadablePictureException.class)
        .hasMessageContaining("pixels are more than the limit of " + (pixels - 1) + "; shrink it");
  }

  /**
   * The tiles have colours that no decoder makes up, so that nothing may be missing from what is
   * read of a part of a file.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "rgb16-interlaced.png",
        "palette8-alpha.png",
        "progressive.jpg",
        "ycck.jpg",
        "lossy.webp",
        "lossy-alpha.webp",
        "lossless-alpha.webp",
        "animated.webp",
        "rgb8-none.tif",
        "rgb8-lzw.tif",
        "rgb8-rle.tif",
        "rgb16-predictor.tif",
        "rgb8-tiles.tif",
        "jpeg-inside.tif",
        "bilevel-fax.tif",
        "big.tif",
        "palette8-rle.bmp",
        "rgba8.bmp",
        "animated.gif"
      })
  void refusesAPartOfAFileUnlessAllPixelsAreInIt(String name) throws IOException {
    byte[] whole = TestFiles.fixtureBytes(name);
    Picture picture = ImageCodec.read(TestFiles.fixture(name));
    for (int length = 0; length < whole.length; length++) {
      Path part = file(Arrays.copyOf(whole, length));
      try {
        assertThat(ImageCodec.read(part).rgb()).isEqualTo(picture.rgb());
      } catch (UnreadablePictureException e) {
        assertThat(e).message().hasLineCount(1);
      }
    }
    assertRefused(file(Arrays.copyOf(whole, whole.length / 3)), "damaged or incomplete");
  }

  @Test
  void forgivesStrayBytesBetweenTheSegmentsOfAJpeg() throws IOException {
    byte[] jpeg = TestFiles.fixtureBytes("baseline.jpg");
    // After the start of the file and JFIF's segment.
    byte[] head = Arrays.copyOf(jpeg, 20);
    byte[] rest = Arrays.copyOfRange(jpeg, 20, jpeg.length);
    byte[] stray = TestFiles.joined(TestFiles.joined(head, new byte[5]), rest);

    assertThat(ImageCodec.read(file(stray)).rgb())
        .isEqualTo(ImageCodec.read(TestFiles.fixture("baseline.jpg")).rgb());
  }

  @Test
  void forgivesBrokenExif() throws IOException {
    byte[] jpeg = TestFiles.fixtureBytes("baseline.jpg");
    byte[] exif = TestFiles.ascii("Exif\0\0II*\0\377\377\377\377 and no more");

    PictureFile read =
        ImageCodec.readFile(file(TestFiles.withJpegSegment(jpeg, 0xe1, exif)), 1 << 20);

    assertThat(read.exif()).isEmpty();
    assertThat(read.picture().rgb())
        .isEqualTo(ImageCodec.read(TestFiles.fixture("baseline.jpg")).rgb());
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("bad.dat"), content);
  }

  private static void assertRefused(Path file, String reason) {
    assertThat(catchThrowable(() -> ImageCodec.read(file)))
        .isInstanceOf(UnreadablePictureException.class)
        .hasMessageStartingWith("cannot read " + file + ": " + reason)
        .message()
        .contains("; ")
        .hasLineCount(1);
  }
}
