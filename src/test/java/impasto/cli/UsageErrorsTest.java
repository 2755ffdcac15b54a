package impasto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As a shell sees it; {@link BadOptionsTest} has the cases. */
class UsageErrorsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stylize a b -o x.png -m y --sise 64 | Unknown option: '--sise'",
        "stylize a b -o x.png -m y -n 0      | iterations must be at least 1, not 0",
        "styilze a b                         | no command 'styilze'; did you mean stylize",
      })
  void wrongUsageIsToldInOneLineBeforeAnyWork(String args, String reason) throws Exception {
    CommandRun run = CommandRun.in(folder, (Object[]) args.split(" ", -1));
    assertThat(run.err().lines()).singleElement().asString().startsWith("impasto: ");
    assertThat(run.err()).contains(reason, "--help)");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void withoutACommandTheUsageIsToldAsAnError() throws Exception {
    CommandRun run = CommandRun.in(folder);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("Usage: impasto ").contains("stylize", "score", "bench");
    assertThat(run.out()).isEmpty();
  }
}
