package impasto.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
