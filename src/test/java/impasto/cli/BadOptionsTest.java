package impasto.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong usage, exit code 2, and what this machine cannot do, exit code 5. */
class BadOptionsTest {
  private static final String STYLIZE = Refusals.STYLIZE + " -o ./painted.png ";

  @TempDir private Path folder;
  private Refusals refusals;

  @BeforeEach
  void makeInputs() throws IOException {
    refusals = Refusals.in(folder);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "--sise 64                          | Unknown option: '--sise' ... did you mean --size?",
        "--size 64 --size 65                | '--size' should be specified only once",
        "--size                             | '--size' (PX)",
        "--size 0                           | '--size' ... a number of pixels or 'original', not '0'",
        "--size -5                          | --size",
        "--size 1e3                         | '--size' ... a number of pixels or 'original'",
        "--size 99999999999                 | '--size' ... a number of pixels or 'original'",
        "--min-size 0                       | the smallest size must be at least 1, not 0",
        "-s 64 --min-size 65                | --min-size 65 is larger than --size 64",
        "--scales 0                         | the number of scales must be at least 1, not 0",
        "--scales -1                        | the number of scales must be at least 1, not -1",
        "-n ten                             | '--iterations' (N): expected a whole number",
        "-n 0                               | iterations must be at least 1, not 0",
        "-n -3                              | iterations must be at least 1, not -3",
        "-n 1,2 --scales 1                  | more numbers of iterations (2) than scales (1)",
        "--style-weight=-1                  | the style weight must be a number of at least 0",
        "--style-weight=NaN                 | the style weight must be a number of at least 0",
        "--content-weight Infinity          | the content weight must be a number of at least 0",
        "--tv-weight many                   | '--tv-weight': expected a number, not 'many'",
        "--style-layers relu1_1:-2          | relu1_1 ... at least 0, not -2",
        "--style-layers foo                 | 'foo' is no layer; layers are conv1_1",
        "--style-layers relu1_1,relu1_1     | the style layer relu1_1 is named twice",
        "--content-layers relu1_1:x         | 'x' in 'relu1_1:x' is no number",
        "--style-scale 0                    | the style scale must be a number above 0, not 0",
        "--style-blend 1,2                  | --style-blend has 2 shares for 1 styles",
        "--style-blend 0                    | the shares of the style blend are all 0",
        "--style-blend -1                   | style blend must be a number of at least 0",
        "--learning-rate 0                  | the learning rate must be a number above 0",
        "--lbfgs-history 0                  | the history size must be at least 1, not 0",
        "--optimizer sgd                    | expected one of lbfgs, adam, not 'sgd'",
        "--preset gatsy                     | expected one of impasto, gatys",
        "--threads 0                        | threads must be at least 1, not 0",
        "--threads=-2                       | threads must be at least 1, not -2",
        "--device tpu                       | expected auto, cpu, cuda or cuda:N, not 'tpu'",
        "--jpeg-quality 0                   | JPEG must be 1 to 100, not 0",
        "--jpeg-quality 101                 | JPEG must be 1 to 100, not 101",
        "--bit-depth 12                     | the bit depth must be 8 or 16, not 12",
        "--max-pixels 0                     | the most pixels must be at least 1, not 0",
        "--save-every -1                    | --save-every must be at least 0, not -1",
        "--checkpoint-every -1              | --checkpoint-every must be at least 0, not -1",
        "--checkpoint-every NaN             | --checkpoint-every must be at least 0, not NaN",
        "--checkpoint-every often           | '--checkpoint-every': expected a number",
        "--seed 0.5                         | '--seed': expected a whole number, not '0.5'",
      })
  void anOptionThatCannotBe(String options, String words) throws Exception {
    refusals.assertRefused(2, STYLIZE + options, words + " ... (see impasto stylize --help)");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "styilze a b                                    | no command 'styilze'; did you mean stylize",
        "frobnicate                                     | no command 'frobnicate'",
        "stylize ./content.png ./style.png              | '--output=FILE'",
        "stylize ./content.png -o ./x.png               | STYLE is missing",
        "stylize -o ./x.png                             | CONTENT and STYLE are missing",
        "score a b                                      | 'IMAGE'",
        "score a b c -m y --content-weight NaN          | content weight must be a number",
        "score a b c -m y --style-blend=1               | Unknown option: '--style-blend=1'",
        "show                                           | 'FILE'",
        "show a b                                       | 'b'",
        "bench --rounds 0                               | --rounds must be at least 1",
        "models instal                                  | no command 'instal'; did you mean install",
        "models install vgg91                           | no model 'vgg91'; did you mean vgg19?",
        "models install alexnet                         | no model 'alexnet'; there are vgg19, vgg16",
        "models install                                 | 'NAME'",
        "models install vgg19 --timeout 0               | --timeout must be at least 1, not 0",
        "models path vgg-19                             | no model 'vgg-19'; did you mean vgg19?",
        "models verify ../x                             | no model '../x'; there are",
        "models remove ../x                             | no model '../x'; there are",
      })
  void aCommandThatCannotBe(String command, String words) throws Exception {
    refusals.assertRefused(2, command, words + " ... --help)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"60000", "30000 --scales 1"})
  void aSizeThatTheMemoryDoesNotHold(String size) throws Exception {
    refusals.assertRefused(
        5,
        STYLIZE + "--device cpu --precision float32 --metrics ./m.jsonl --size " + size,
        "pixels need about ... MB of memory, and there are ... MB free in this machine; --size ... "
            + "is the largest that fits; --force tries all the same");
  }

  @Test
  void aDeviceThatIsNotThere() throws Exception {
    refusals.assertRefusedAlone(
        CommandRun.Setting.PLAIN,
        5,
        STYLIZE + "--device cuda:99 --metrics ./m.jsonl",
        "--device cuda");
  }
}
