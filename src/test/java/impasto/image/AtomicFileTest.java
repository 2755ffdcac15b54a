package impasto.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir private Path folder;

  @Test
  void removesTheTemporaryFileWhenTheMoveFails() throws IOException {
    Path inTheWay = Files.createDirectories(folder.resolve("a.png/full")).getParent();

    assertThatIOException().isThrownBy(() -> AtomicFile.write(inTheWay, new byte[9], true));

    assertThat(folder.toFile().list()).containsExactly("a.png");
    assertThat(inTheWay).isNotEmptyDirectory();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the permissions are those of POSIX")
  void givesAFileTheUsualPermissions() throws IOException {
    Path usual = Files.createFile(folder.resolve("usual"));
    Path file = folder.resolve("a.png");

    AtomicFile.write(file, new byte[9], true);

    assertThat(file).hasSize(9);
    assertThat(Files.getAttribute(file, "posix:permissions"))
        .isEqualTo(Files.getAttribute(usual, "posix:permissions"));
  }
}
