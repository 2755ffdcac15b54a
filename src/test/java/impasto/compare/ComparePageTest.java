package impasto.compare;

import static impasto.compare.CompareExamples.FALLING;
import static impasto.compare.CompareExamples.failed;
import static impasto.compare.CompareExamples.painted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import impasto.batch.Source;
import impasto.image.ImageCodec;
import impasto.image.Picture;
import impasto.report.Chromium;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparePageTest {
  private static final String NASTY = "<script>document.title='hacked'</script>";
  private static final Instant ENDED = Instant.parse("2026-01-31T12:00:00Z");

  private static final String PROBE =
      """
      <script>addEventListener('load', () => {
        const picture = document.querySelector('.gallery img');
        document.body.dataset.picture = picture.naturalWidth;
        document.querySelector('#zoom [value="2"]').click();
        document.body.dataset.enlarged = picture.clientWidth;
      });</script>
      """;

  @TempDir Path folder;

  @Test
  void whatRecipesAndFilesAreCalledIsTextAndPicturesAreLinkedRelatively() throws Exception {
    String page =
        page(
            painted(trial(NASTY, "a b/c#1.png"), 10, FALLING, 100),
            failed(trial("plain", "p/x.png")));

    assertThat(page).doesNotContain("<script>document", "<b>no</b>", folder.toString() + "/a");
    assertThat(page)
        .contains("&lt;script&gt;document", "&lt;b&gt;no&lt;/b&gt; memory")
        .contains("<img src=\"a%20b/c%231.png\" width=\"64\" height=\"48\"");
    assertThat(page.split("data:image/jpeg", -1)).as("each input is embedded once").hasSize(3);
  }

  @Test
  void aRecipeWithoutPicturesKeepsItsColumn() throws Exception {
    String page = page(painted(trial("plain", "p/x.png"), 10, FALLING, 100));
    String body = page.substring(page.lastIndexOf("<tbody>\n<tr><th scope=\"row\"><span"));

    assertThat(Pattern.compile("<td>(?=<figure|\\s*<figure|</td>)").matcher(body).results())
        .hasSize(2);
  }

  @Test
  void thePolicyLetsThePicturesAndTheScriptThrough() throws Exception {
    Optional<Path> program = Chromium.find();
    assumeThat(program).as("Chromium is at hand").isPresent();
    Files.createDirectories(folder.resolve("p"));
    picture(folder.resolve("p/x.png"), 64, 48);
    page(painted(trial("plain", "p/x.png"), 10, FALLING, 100));
    Path page = folder.resolve("index.html");
    // A script of the test looks around; of the policy, what it says of pictures stays.
    String probed =
        Files.readString(page)
            .replaceFirst("script-src '[^']*'", "script-src 'unsafe-inline'")
            .replace("loading=\"lazy\"", "")
            .replace("</body>", PROBE + "</body>");
    Files.writeString(page, probed);

    String dom = new Chromium(program.orElseThrow(), folder.resolve("profile")).dom(page, 1280);

    assertThat(dom).contains("data-picture=\"64\"", "data-enlarged=\"128\"");
  }

  private String page(Result... results) throws Exception {
    Path page = folder.resolve("index.html");
    ComparePage.write(
        page,
        "A comparison",
        ENDED,
        List.of("compare", "--recipes", "r.csv"),
        new Comparison(
            List.of(
                new NamedRecipe(NASTY, Map.of("iterations", "5")),
                new NamedRecipe("plain", Map.of())),
            Optional.empty(),
            List.of(results),
            Map.of()));
    return Files.readString(page);
  }

  private Trial trial(String recipe, String output) {
    return new Trial(
        recipe,
        new Source(picture(folder.resolve("photo.png"), 64, 48), "photo.png"),
        new Source(picture(folder.resolve("painting.png"), 48, 64), "painting.png"),
        64,
        Optional.empty(),
        output);
  }

  private static Path picture(Path file, int width, int height) {
    ImageCodec.write(new Picture(width, height, new float[3 * width * height]), file);
    return file;
  }
}
