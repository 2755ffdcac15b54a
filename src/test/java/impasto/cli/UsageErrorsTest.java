package impasto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageErrorsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stylize a b -o x.png -m y --sise 64            | Unknown option: '--sise'",
        "stylize a b -o x.png -m y --size 64 --size 65  | '--size' should be specified only once",
        "stylize a b -m y                               | '--output=FILE'",
        "stylize a -o x.png -m y                        | 'STYLE'",
        "stylize a b -o x.png -m y --style-layers foo   | 'foo' is no layer; layers are conv1_1",
        "stylize a b -o x.png -m y -n ten               | '--iterations' (N): expected a whole",
        "stylize a b -o x.png -m y -n 0                 | iterations must be at least 1, not 0",
        "stylize a b -o x.png -m y -n 1,2 --scales 1    | more numbers of iterations (2) than scales (1)",
        "stylize a b -o x.png -m y -s 64 --min-size 65  | --min-size 65 is larger than --size 64",
        "stylize a b -o x.png -m y --style-weight=-1    | style weight must be a number",
        "stylize a b -o x.png -m y --style-blend 1,2    | --style-blend has 2 shares for 1 styles",
        "stylize a b -o x.png -m y --optimizer sgd      | expected one of lbfgs, adam, not 'sgd'",
        "stylize a b -o x.png -m y --threads 0          | threads must be at least 1, not 0",
        "stylize a b -o x.png -m y --device tpu         | expected auto, cpu, cuda or cuda:N",
        "score a b c -m y --content-weight NaN          | content weight must be a number",
        "score a b c -m y --style-blend=1               | Unknown option: '--style-blend=1'",
        "models instal                                  | no command 'instal'; did you mean install",
        "models install vgg91                           | no model 'vgg91'; did you mean vgg19?",
        "models install alexnet                         | no model 'alexnet'; there are vgg19, vgg16",
        "models install                                 | 'NAME'",
        "models install vgg19 --timeout 0               | --timeout must be at least 1, not 0",
        "models path vgg-19                             | no model 'vgg-19'; did you mean vgg19?",
        "models verify ../x                             | no model '../x'; there are",
        "models remove ../x                             | no model '../x'; there are",
        "styilze a b | no command 'styilze'; did you mean stylize",
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
