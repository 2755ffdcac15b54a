package impasto.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that must be refused.
 *
 * @param title what is wrong with it
 * @param extension its format
 * @param contents its bytes
 * @param reason words of the message it must give
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record HostileFile(String title, String extension, byte[] contents, String reason) {

  /** Asserts that reading all its weights gives one clear line, and nothing else. */
  void assertRefused(Path folder) {
    Path file = folder.resolve("hostile" + extension);
    try {
      Files.write(file, contents);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }

    Throwable thrown =
        catchThrowable(() -> WeightFiles.read(file, name -> !name.equals("counter")));

    assertThat(thrown).isExactlyInstanceOf(ModelException.class);
    assertThat(thrown.getMessage())
        .startsWith(file + ": ")
        .contains(reason)
        .doesNotContainPattern("\\p{Cntrl}")
        .doesNotContain("-Xmx", "Exception")
        .hasSizeLessThan(500);
  }

  @Override
  public String toString() {
    return title;
  }
}
