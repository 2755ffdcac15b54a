package impasto.torch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TorchScriptArchiveTest {
  private static final String METHODS = "  def one(self) -> int:\n    return 1\n";

  @Test
  void entriesAreStoredWithTheirChecksums(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("net.pt"), TorchScriptArchive.of(METHODS));

    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName))
          .containsExactlyInAnyOrder(
              "net/data.pkl", "net/code/__torch__.py", "net/constants.pkl", "net/version");
      for (ZipEntry entry : Collections.list(zip.entries())) {
        CRC32 crc = new CRC32();
        crc.update(zip.getInputStream(entry).readAllBytes());
        assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
        assertThat(entry.getCrc()).isEqualTo(crc.getValue()).isNotZero();
      }
    }
  }

  @Test
  void localHeadersHoldSizesSoThatNoDescriptorFollows() throws IOException {
    // PyTorch's zip reader does not look for data descriptors (bit 3 of the flags).
    byte[] bytes = TorchScriptArchive.of(METHODS);

    assertThat(bytes).startsWith('P', 'K', 3, 4);
    assertThat(bytes[6] & 8).isZero();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        assertThat(entry.getSize()).isEqualTo(zip.readAllBytes().length);
      }
    }
  }

  @Test
  void theCodeIsAClassWithTheMethods() throws IOException {
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(TorchScriptArchive.of(METHODS)))) {
      ZipEntry entry = zip.getNextEntry();
      while (!entry.getName().endsWith(".py")) {
        entry = zip.getNextEntry();
      }
      assertThat(new String(zip.readAllBytes(), UTF_8))
          .isEqualTo("class Net(Module):\n  __parameters__ = []\n  __buffers__ = []\n" + METHODS);
    }
  }
}
