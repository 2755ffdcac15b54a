package impasto.models;

import static org.assertj.core.api.Assertions.assertThat;

import impasto.torch.HostTensor;
import impasto.torch.StateDict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightFilesFuzzTest {
  private static final int ROUNDS = 1000;
  private static final byte[] NASTY = {0, 1, (byte) 0xff, 0x7f, (byte) 0x80, '.', '(', 'R', '9'};

  @TempDir Path folder;

  /** What may come back is a state dict of sound tensors or one line about the file. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "zip.pth",
        "serial.pth",
        "python2.pth",
        "checkpoint.pt",
        "plain.safetensors",
        "plain.npz",
        "compressed.npz"
      })
  void damagedFilesAreReadOrRefusedInOneLine(String name) throws IOException {
    byte[] good = Fixtures.bytes(name);
    Path file = folder.resolve(name);
    Random random = new Random(20);
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Files.write(file, damage(good, random));
      try {
        StateDict read = WeightFiles.read(file, key -> !key.matches("counter|.*batches.*"));
        assertThat(read.tensors().values()).allSatisfy(WeightFilesFuzzTest::assertSound);
      } catch (ModelException e) {
        assertThat(e.getMessage())
            .startsWith(file + ": ")
            .doesNotContainPattern("\\p{Cntrl}")
            .doesNotContain("-Xmx");
        refused++;
      }
    }
    // Both ways must have been taken, or the test would show nothing.
    assertThat(refused).isBetween(ROUNDS / 10, ROUNDS * 9 / 10);
  }

  private static byte[] damage(byte[] good, Random random) {
    byte[] bytes =
        random.nextInt(10) == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
    for (int i = random.nextInt(6); i >= 0 && bytes.length > 0; i--) {
      int at = random.nextInt(bytes.length);
      bytes[at] =
          switch (random.nextInt(3)) {
            case 0 -> (byte) random.nextInt(256);
            case 1 -> (byte) (bytes[at] ^ (1 << random.nextInt(8)));
            default -> NASTY[random.nextInt(NASTY.length)];
          };
    }
    return bytes;
  }

  private static void assertSound(HostTensor tensor) {
    for (float value : tensor.values()) {
      assertThat(Float.isFinite(value)).isTrue();
    }
  }
}
