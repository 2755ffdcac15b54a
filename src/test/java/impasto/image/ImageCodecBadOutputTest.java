package impasto.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageCodecBadOutputTest {
  private static final Picture BLACK = new Picture(1, 1, new float[3]);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"a", "a.webp", "a.png.tmp", ".hidden"})
  void refusesUnknownExtensions(String name) {
    Path file = folder.resolve(name);

    assertRefused(
        () -> ImageCodec.checkWritable(file),
        file,
        "end the name in .png, .jpg, .jpeg, .tif or .tiff");
    assertRefused(
        () -> ImageCodec.write(BLACK, file),
        file,
        "end the name in .png, .jpg, .jpeg, .tif or .tiff");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusesAMissingFolder() {
    Path file = folder.resolve("none/a.png");

    assertRefused(() -> ImageCodec.checkWritable(file), file, "does not exist");
    assertRefused(() -> ImageCodec.write(BLACK, file), file, "does not exist");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusesAFileWhereTheFolderShouldBe() throws IOException {
    Path parent = Files.writeString(folder.resolve("parent"), "here first");
    Path file = parent.resolve("a.png");

    assertRefused(() -> ImageCodec.checkWritable(file), file, "is not a folder");
    assertRefused(() -> ImageCodec.write(BLACK, file), file, "is not a folder");
    assertThat(parent).hasContent("here first");
  }

  @Test
  void refusesAFolderAsFile() throws IOException {
    Path file = Files.createDirectory(folder.resolve("a.png"));

    assertRefused(() -> ImageCodec.checkWritable(file), file, "it is a folder");
    assertRefused(() -> ImageCodec.write(BLACK, file), file, "it is a folder");
    assertThat(file).isEmptyDirectory();
  }

  @Test
  void refusesSixteenBitsInAJpeg() {
    Path file = folder.resolve("a.jpg");
    WriteOptions options = WriteOptions.defaults().withBitDepth(16);

    assertRefused(() -> ImageCodec.checkWritable(file, options), file, "JPEG holds no 16 bits");
    assertRefused(() -> ImageCodec.write(BLACK, file, options), file, "JPEG holds no 16 bits");
    ImageCodec.checkWritable(folder.resolve("a.png"), options);
    ImageCodec.checkWritable(folder.resolve("a.tif"), options);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusesAnExistingFileBeforeAnyWorkUnlessItIsToBeReplaced() throws IOException {
    Path file = Files.writeString(folder.resolve("a.png"), "old");
    WriteOptions options = WriteOptions.defaults();

    assertRefused(
        () -> ImageCodec.checkWritable(file, options.withOverwrite(false)),
        file,
        "it exists already");
    ImageCodec.checkWritable(file, options);
    assertOnlyTheOldFileIsThere(file);
  }

  @Test
  void refusesAPipe() throws Exception {
    assumeThat(Programs.find("mkfifo")).as("mkfifo is at hand").isPresent();
    Path pipe = folder.resolve("a.png");
    Programs.run("mkfifo", pipe.toString());

    assertRefused(() -> ImageCodec.checkWritable(pipe), pipe, "it is a pipe or a device");
    assertRefused(() -> ImageCodec.write(BLACK, pipe), pipe, "it is a pipe or a device");
  }

  /** Such a folder seems writable to the superuser, and no file can be made there by anyone. */
  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux has /proc")
  void refusesAFolderThatTakesNoFiles() {
    Path file = Path.of("/proc/a.png");

    assertRefused(() -> ImageCodec.checkWritable(file), file, "/proc ");
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux lists its mounts in /proc")
  void refusesAFileSystemThatIsReadOnly() throws IOException {
    Optional<Path> readOnly =
        Files.readAllLines(Path.of("/proc/mounts")).stream()
            .map(line -> line.split(" ", -1))
            .filter(fields -> fields[3].startsWith("ro,") && Files.isDirectory(Path.of(fields[1])))
            .map(fields -> Path.of(fields[1]))
            .findFirst();
    assumeThat(readOnly).as("a file system is mounted read-only").isPresent();
    Path file = readOnly.get().resolve("a.png");

    assertRefused(() -> ImageCodec.checkWritable(file), file, "is read-only");
  }

  @Test
  void acceptsANewFileAnExistingFileAndABareName() throws IOException {
    ImageCodec.checkWritable(folder.resolve("a.png"));
    ImageCodec.checkWritable(Files.createFile(folder.resolve("b.Jpg")));
    ImageCodec.checkWritable(Path.of("c.jpeg"));
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void keepsTheOldFileWhenAValueIsNotFinite(float value) throws IOException {
    Path file = Files.writeString(folder.resolve("a.png"), "old");
    Picture picture = new Picture(1, 1, new float[] {0, value, 1});

    assertRefused(
        () -> ImageCodec.write(picture, file), file, "the picture holds the value " + value);
    assertOnlyTheOldFileIsThere(file);
  }

  @Test
  void keepsTheOldFileWhenTheFormatCannotHoldThePicture() throws IOException {
    Path file = Files.writeString(folder.resolve("a.jpg"), "old");
    Picture wide = new Picture(70_000, 1, new float[210_000]);

    assertRefused(() -> ImageCodec.write(wide, file), file, "65500 pixels; choose a smaller size");
    assertOnlyTheOldFileIsThere(file);
  }

  @Test
  void replacesAnExistingFileOnlyIfAllowed() throws IOException {
    Path file = Files.writeString(folder.resolve("a.png"), "old");

    assertRefused(() -> ImageCodec.write(BLACK, file, false), file, "it exists already");
    assertOnlyTheOldFileIsThere(file);

    ImageCodec.write(BLACK, file, true);
    assertThat(ImageCodec.read(file).rgb()).containsExactly(0, 0, 0);
  }

  @Test
  void writesANewFileWithoutOverwriting() {
    Path file = folder.resolve("a.png");

    ImageCodec.write(BLACK, file, false);

    assertThat(folder.toFile().list()).containsExactly("a.png");
    assertThat(ImageCodec.read(file).rgb()).containsExactly(0, 0, 0);
  }

  private void assertOnlyTheOldFileIsThere(Path file) {
    assertThat(folder.toFile().list()).containsExactly(file.getFileName().toString());
    assertThat(file).hasContent("old");
  }

  private static void assertRefused(ThrowingCallable call, Path file, String reason) {
    assertThat(catchThrowable(call))
        .isInstanceOf(UnwritablePictureException.class)
        .hasMessageStartingWith("cannot write " + file + ": ")
        .hasMessageContaining(reason)
        .message()
        .hasLineCount(1);
  }
}
