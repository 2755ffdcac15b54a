package impasto.models;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TruncatedFilesTest {
  @TempDir Path folder;

  /** Even where none of the missing bytes is wanted. */
  @ParameterizedTest
  @ValueSource(strings = {"zip.pth", "serial.pth", "plain.safetensors", "compressed.npz"})
  void aFileCutAnywhereIsRefused(String name) throws IOException {
    Path file = Files.copy(Fixtures.path(name), folder.resolve(name));
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      for (long length = channel.size() - 1; length >= 0; length--) {
        channel.truncate(length);

        assertThatThrownBy(() -> WeightFiles.read(file, key -> false))
            .as("%s bytes", length)
            .isInstanceOf(ModelException.class)
            .hasMessageStartingWith(file + ": ");
      }
    }
  }
}
