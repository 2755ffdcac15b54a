package impasto.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFileTest {
  @TempDir Path folder;

  @Test
  void aFileIsKnownByItsHash() throws Exception {
    Path file = Files.writeString(folder.resolve("abc"), "abc");
    // The first example of FIPS 180-2.
    assertThat(InputFile.of(file))
        .isEqualTo(
            new InputFile(
                file.toAbsolutePath().toString(),
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                3));
  }

  @Test
  void whatIsNoHashIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InputFile("a", Examples.hash('A'), 1))
        .withMessageContaining("64 digits");
    assertThatIllegalArgumentException().isThrownBy(() -> new InputFile("a", "", 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InputFile(" ", Examples.hash('a'), 1));
  }
}
