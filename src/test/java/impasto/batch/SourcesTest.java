package impasto.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {
  @TempDir private Path folder;

  @Test
  void aFolderGivesItsPicturesByName() throws Exception {
    files("b.PNG", "a.jpg", "c.webp", "notes.txt", "png", ".hidden.png", "sub/d.png");
    Files.createDirectory(folder.resolve("folder.gif"));

    assertThat(names("")).containsExactly("a.jpg", "b.PNG", "c.webp", "folder.gif");
  }

  @Test
  void recursionGivesRelativeNamesAndFollowsNoLinks() throws Exception {
    files("b.png", "a/z.png", "a/b/c.tiff", "x.jpg/in.bmp", ".git/d.png");
    Files.createSymbolicLink(folder.resolve("a/loop"), folder);
    Files.createSymbolicLink(folder.resolve("loop.png"), folder);

    List<Source> sources = Sources.expand("--content", List.of(folder.toString()), true);

    assertThat(sources)
        .extracting(Source::name)
        .containsExactly("a/b/c.tiff", "a/z.png", "b.png", "x.jpg/in.bmp");
    assertThat(sources.get(0).file()).isEqualTo(folder.resolve("a/b/c.tiff"));
  }

  @Test
  void aFolderMayBeNamedThroughALink() throws Exception {
    files("real/a.png");
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));

    assertThat(Sources.expand("--content", List.of(path("link")), true))
        .containsExactly(new Source(folder.resolve("link/a.png"), "a.png"));
  }

  @Test
  void aNamedFileIsTakenAsItIsAndEachFileOnceInTheOrderGiven() throws Exception {
    files("b.png", "a.png", "raw.dat", "sub/x.txt");

    assertThat(names("raw.dat", "b.png", "", "sub/../a.png"))
        .containsExactly("raw.dat", "b.png", "a.png");
  }

  @Test
  void aLinkToAPictureIsAPictureOfItsOwn() throws Exception {
    files("a.png");
    Files.createSymbolicLink(folder.resolve("b.png"), folder.resolve("a.png"));
    Files.createSymbolicLink(folder.resolve("dangling.png"), folder.resolve("none"));

    assertThat(names("")).containsExactly("a.png", "b.png", "dangling.png");
  }

  @Test
  void globsMatchByComponents() throws Exception {
    files("a1.jpg", "a2.jpg", "b1.png", "a.txt", "2024/x/a3.jpg", "2025/x/a4.jpg", ".a.jpg");

    assertThat(names("a*")).containsExactly("a1.jpg", "a2.jpg");
    assertThat(names("?[1].{jpg,png}")).containsExactly("a1.jpg", "b1.png");
    assertThat(names("*/x/*.jpg")).containsExactly("2024/x/a3.jpg", "2025/x/a4.jpg");
    assertThat(names("2024/*/*.jpg")).containsExactly("x/a3.jpg");
  }

  @Test
  void twoStarsStandForAnyDepthAndNone() throws Exception {
    files("a.jpg", "2024/b.jpg", "2024/x/c.jpg", "2024/x/d.png");

    assertThat(names("**/*.jpg")).containsExactly("2024/b.jpg", "2024/x/c.jpg", "a.jpg");
    assertThat(names("2024/**")).containsExactly("b.jpg", "x/c.jpg", "x/d.png");
    assertThat(names("**/x/**/*.jpg")).containsExactly("2024/x/c.jpg");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whatExistsIsNoGlob() throws Exception {
    files("a[1].jpg", "a1.jpg", "*.jpg");

    assertThat(names("a[1].jpg")).containsExactly("a[1].jpg");
    assertThat(names("*.jpg")).containsExactly("*.jpg");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-rf.png", " a b .png", "it's \"x\".png", "a\nb.png", "\ud83d\ude00.png"})
  @DisabledOnOs(OS.WINDOWS)
  void oddNamesAreNamesToo(String name) throws Exception {
    try {
      files(name);
    } catch (InvalidPathException e) {
      assumeThat(e).as("the locale has such names").isNull();
    }
    assertThat(names("")).containsExactly(name);
    assertThat(names(name)).containsExactly(name);
    assertThat(names("*.png")).containsExactly(name);
  }

  @Test
  void whatGivesNothingIsRefusedByName() throws Exception {
    files("empty/notes.txt", "empty/sub/a.png");

    refused("empty", "there is no picture in this folder", "--recursive");
    refused("none.png", "no such file or folder; check the path");
    refused("empty/*.png", "no picture matches", "check the pattern");
    refused("none/*.png", "there is no folder " + path("none"));
    refused("a[.png", "no such file, nor a pattern", "check the path");
    refused("{a,b/c}.png", "nor a pattern", "no / is possible in brackets");
    assertThatThrownBy(() -> Sources.expand("--content", List.of(""), false))
        .isInstanceOf(BatchInputException.class)
        .hasMessageContaining("names no file");
    assertThatThrownBy(() -> Sources.expand("--content", List.of("a\0b"), false))
        .isInstanceOf(BatchInputException.class);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void messagesAreOneLine() {
    assertThatThrownBy(() -> Sources.expand("--content", List.of("no\nsuch"), false))
        .hasMessage("--content no such: no such file or folder; check the path");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void anUnreadableFolderIsRefused() throws Exception {
    files("locked/a.png");
    Path locked = folder.resolve("locked");
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
    try {
      assumeThat(Files.isReadable(locked)).as("root reads everything").isFalse();
      refused("locked", "permission denied for the folder " + locked, "make it readable");
    } finally {
      Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private void files(String... names) throws IOException {
    for (String name : names) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.createFile(file);
    }
  }

  private String path(String name) {
    return name.isEmpty() ? folder.toString() : folder + "/" + name;
  }

  private List<String> names(String... paths) {
    return Sources.expand("--content", Arrays.stream(paths).map(this::path).toList(), false)
        .stream()
        .map(Source::name)
        .toList();
  }

  private void refused(String name, String... words) {
    assertThatThrownBy(() -> Sources.expand("--content", List.of(path(name)), false))
        .isInstanceOf(BatchInputException.class)
        .hasMessageStartingWith("--content " + path(name) + ": ")
        .hasMessageContainingAll(words);
  }
}
