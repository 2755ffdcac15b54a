package impasto.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comparisons that are refused before anything is begun. */
class BadComparisonsTest {
  private static final String COMPARE =
      "compare -m ./vgg19.safetensors -o ./results --recipes ./recipes.csv ";
  private static final String PICTURES = "--content ./content.png --style ./style.png ";

  @TempDir private Path folder;
  private Refusals refusals;

  @BeforeEach
  void makeInputs() throws IOException {
    refusals = Refusals.in(folder);
    refusals.file("recipes.csv", "recipe,iterations\na,3\nb,4\n".getBytes(UTF_8));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "--baseline c        | --baseline c is none of the recipes; there are a, b",
        "--sizes 64,0        | --sizes must be at least 1, not 0",
        "--sizes many        | '--sizes' ... expected a whole number, not 'many'",
        "--redo some         | expected one of never, stale, all, not 'some'",
        "--pairs ./pairs.csv | leave out --content and --style",
        "--threads 0         | threads must be at least 1, not 0",
      })
  void anOptionThatCannotBe(String options, String words) throws Exception {
    refusals.assertRefused(2, COMPARE + PICTURES + options, words + " ... --help)");
  }

  @Test
  void withoutPictures() throws Exception {
    refusals.assertRefused(2, COMPARE, "--content is missing");
    refusals.assertRefused(2, "compare -o ./results " + PICTURES, "--recipes");
  }

  @Test
  void aPairsFileThatNamesResultsOrBlends() throws Exception {
    refusals.file("named.csv", "content,style,output\na.png,b.png,c.png\n".getBytes(UTF_8));
    refusals.file("blends.csv", "content,style\na.png,b.png;c.png\n".getBytes(UTF_8));

    refusals.assertRefused(
        3, COMPARE + "--pairs ./named.csv", "named.csv line 2: names its result");
    refusals.assertRefused(3, COMPARE + "--pairs ./blends.csv", "blends.csv line 2: blends");
  }

  @Test
  void aRecipeWhoseOptionCannotBe() throws Exception {
    refusals.file("recipes.csv", "recipe,iterations\na,3\nb,0\n".getBytes(UTF_8));
    refusals.assertRefused(
        2, COMPARE + PICTURES, "b/content_style_512.png: iterations must be at least 1, not 0");

    refusals.file("recipes.csv", "recipe,iteration\na,3\n".getBytes(UTF_8));
    refusals.assertRefused(3, COMPARE + PICTURES, "recipes.csv line 1: 'iteration' is no column");
  }

  @Test
  void aJudgeThatIsNotThere() throws Exception {
    refusals.assertRefused(4, COMPARE + PICTURES + "--judge ./none.pth", "none.pth");
  }
}
