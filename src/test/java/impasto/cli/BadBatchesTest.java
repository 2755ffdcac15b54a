package impasto.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Batches that are refused before anything is begun. */
class BadBatchesTest {
  private static final String MODEL = "batch -m ./vgg19.safetensors ";
  private static final String BATCH = MODEL + "--content ./content.png --style ./style.png ";
  private static final String HELP = " ... (see impasto batch --help)";

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
        "--shard 3/2                 | 3/2 is no share; the first of three is 1/3",
        "--shard 0/2                 | 0/2 is no share",
        "--shard two                 | 'two' is no share; write 2/3 for the second of three",
        "--sweep style-wieght=1,2    | no such option ... did you mean style-weight?",
        "--sweep output=a,b          | --sweep output: there is no such option of a single picture",
        "--sweep seed                | 'seed' is no option with values",
        "--sweep seed=1 --sweep seed=2 | values for seed are given twice",
        "--sweep seed=1,2 --name a.png | would both be written to a.png; ... {index}",
        "--name {content}            | the name '{content}' has no extension",
        "--name ../a.png             | leaves the batch's folder",
        "--name {colour}.png         | the placeholder {colour}, which has no value",
        "--workers 0                 | --workers must be at least 1, not 0",
        "--workers many              | '--workers': expected a whole number, not 'many'",
        "--limit -1                  | --limit must be at least 0, not -1",
        "--retry -1                  | --retry must be at least 0, not -1",
        "--redo some                 | expected one of never, stale, all, not 'some'",
        "--pairs ./pairs.csv         | leave out --content and --style",
        "--min-size 65 --size 64     | --min-size 65 is larger than --size 64",
        "--threads 0                 | threads must be at least 1, not 0",
        "--metrics ./m.jsonl         | Unknown options: '--metrics'",
        "--limit 1 --limit 2         | '--limit' should be specified only once",
      })
  void anOptionThatCannotBe(String options, String words) throws Exception {
    refusals.assertRefused(2, BATCH + "-o ./results " + options, words + HELP);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "--sweep size=64,large       | '--size' ... a number of pixels or 'original', not 'large'",
        "--size 64 --sweep min-size=32,128 | --min-size 128 is larger than --size 64",
        "--sweep style-blend=1;1,2   | --style-blend has 2 shares for 1 styles",
      })
  void aSweepThatNoSinglePictureCanHave(String options, String words) throws Exception {
    refusals.assertRefused(
        2, BATCH + "-o ./results " + options, words + " ... (see impasto batch --help)");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "--style ./style.png -o ./results      | --content is missing; name photos, or a --pairs",
        "--content ./content.png -o ./results  | --style is missing; name paintings, or a --pairs",
        "-o ./results                          | --content is missing",
        "--content ./content.png --style ./style.png       | Missing required option",
      })
  void aBatchWithoutWhatItNeeds(String options, String words) throws Exception {
    refusals.assertRefused(2, MODEL + options, words + HELP);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "--content ./nobody.png --style ./style.png | --content ... nobody.png: no such file or"
            + " folder; check the path",
        "--content ./content.png --style ./st*.jpg  | --style ... no picture matches",
        "--content ./empty --style ./style.png      | --content ... no picture in this folder",
        "--pairs ./nobody.csv                       | nobody.csv: no such file",
        "--pairs ./pairs.csv                        | pairs.csv line 1: 'sise' is no column; did you"
            + " mean size?",
        "--pairs ./twice.csv                        | twice.csv: line 2 ... line 3 ... would both be"
            + " written to a.png",
      })
  void anInputThatCannotBeUsed(String options, String words) throws Exception {
    Files.createDirectory(folder.resolve("empty"));
    refusals.file("pairs.csv", "content,style,sise\ncontent.png,style.png,64\n".getBytes(UTF_8));
    refusals.file(
        "twice.csv",
        "content,style,output\ncontent.png,style.png,a.png\ncontent.png,style.png,a.png\n"
            .getBytes(UTF_8));
    refusals.assertRefused(3, MODEL + options + " -o ./results", words);
  }

  @Test
  void aRowThatAsksForWhatCannotBe() throws Exception {
    refusals.file("pairs.csv", "content,style,size\ncontent.png,style.png,big\n".getBytes(UTF_8));
    refusals.assertRefused(
        2, MODEL + "--pairs ./pairs.csv -o ./results", "'--size' ... not 'big' ... --help)");
  }

  @Test
  void aFolderForTheResultsThatIsAFile() throws Exception {
    refusals.file("results", new byte[] {1});
    refusals.assertRefused(
        6, BATCH + "-o ./results", "cannot write into ... results: it is no folder; name another");
  }

  @Test
  void aNetworkThatIsNotThere() throws Exception {
    refusals.assertRefused(
        4,
        List.of(
            "batch",
            "-m",
            "./nobody.pth",
            "--content",
            "./content.png",
            "--style",
            "./style.png",
            "-o",
            "./results",
            "--dry-run"),
        "nobody.pth: no such file");
  }
}
