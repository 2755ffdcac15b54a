package impasto.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Batches that must be refused as a whole. */
class BatchRefusalsTest {
  private static final String ONE = "batch --content ./content.png --style ./style.png ";
  private static final String MODEL = " -m ./vgg19.safetensors ";
  private static final String OUT = " -o ./out ";

  @TempDir private Path folder;
  private Refusals refusals;

  @BeforeEach
  void makeInputs() throws IOException {
    refusals = Refusals.in(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--workers 0                            | --workers must be at least 1, not 0",
        "--retry -1                             | --retry must be at least 0, not -1",
        "--limit -1                             | --limit must be at least 0, not -1",
        "--shard 4/3                            | 4/3 is no share",
        "--sweep style-wieght=1,2               | did you mean style-weight",
        "--sweep style-weight=1,1               | has the value 1 twice",
        "--sweep style-weight=1 --style-weight x | x",
        "--sweep size=0                         | size",
        "--sweep output=a.png                   | no such option",
        "--name {content}.png --sweep seed=1,2  | would both be written to content.png",
        "--name {nothing}.png                   | {nothing}, which has no value",
        "--name ../{content}.png                | leaves the batch's folder",
        "--pairs ./pairs.csv                    | leave out --content and --style",
        "--redo some                            | some",
        "--iterations 0                         | iterations must be at least 1",
      })
  void wrongUsageIs2(String options, String words) throws Exception {
    refusals.assertRefused(2, ONE + MODEL + OUT + options, words + " ... see impasto batch --help");
  }

  @ParameterizedTest
  @CsvSource({"--style ./style.png, --content is missing", "--content ./content.png, --style is"})
  void aBatchNeedsPhotosAndPaintings(String half, String words) throws Exception {
    refusals.assertRefused(2, "batch " + half + MODEL + OUT, words);
  }

  @Test
  void aFolderForTheResultsIsNeeded() throws Exception {
    refusals.assertRefused(2, ONE + MODEL, "--output is missing; name a folder");
  }

  @Test
  void picturesThatAreMissingAre3() throws Exception {
    Files.createDirectory(folder.resolve("empty"));
    refusals.assertRefused(
        3,
        "batch --content ./nowhere --style ./style.png" + MODEL + OUT,
        "--content ... nowhere: no such file or folder");
    refusals.assertRefused(
        3,
        "batch --content ./content.png --style ./empty" + MODEL + OUT,
        "--style ... empty: there is no picture in this folder");
  }

  @Test
  void aBadRowIs3AndTold() throws Exception {
    refusals.file("pairs.csv", "content,style\ncontent.png\n".getBytes(UTF_8));
    refusals.assertRefused(
        3, "batch --pairs ./pairs.csv" + MODEL + OUT, "pairs.csv line 2: has 1 cells");
  }

  @Test
  void aNetworkThatIsMissingIs4() throws Exception {
    CommandRun run =
        CommandRun.in(
            folder,
            (Object[])
                "batch --content content.png --style style.png -m no.pth -o out".split(" ", -1));
    assertThat(run.err().lines()).singleElement().asString().contains("no.pth", "no such file");
    assertThat(run.out()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(4);
  }

  @Test
  void aFileInTheFoldersPlaceIs6() throws Exception {
    refusals.assertRefused(6, ONE + MODEL + "-o ./vgg19.safetensors", "it is no folder");
  }
}
