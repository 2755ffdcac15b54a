package impasto.report;

import static impasto.report.BatchExamples.axes;
import static impasto.report.BatchExamples.batch;
import static impasto.report.BatchExamples.done;
import static impasto.report.BatchExamples.job;
import static impasto.report.BatchExamples.picture;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchPageTest {
  @TempDir Path folder;
  private Path photo;
  private Path painting;

  @BeforeEach
  void paint() {
    photo = picture(folder.resolve("photo.png"), 64, 48, 1);
    painting = picture(folder.resolve("painting.png"), 48, 64, 2);
  }

  @Test
  void aJobIsToldOfInFull() throws Exception {
    picture(folder.resolve("out.png"), 64, 48, 3);
    String page = page(done(folder, photo, painting, "out.png"));
    assertThat(page)
        .contains(
            "1 job in 1 h 2 min",
            "impasto batch &#39;my photos&#39; --sweep style-weight&#x3D;1,3",
            "aria-label=\"content: photo.png\"",
            "aria-label=\"style: painting.png\"",
            "href=\"out.png\"",
            "width=\"64\" height=\"48\" loading=\"lazy\"",
            "91 \u00d7 68, 2 min 1 s, 201 evaluations, loss <b>not finite</b>",
            "aria-label=\"loss from 1235 to 2.500 in 201 evaluations, logarithmic axis\"",
            "points=\"0,2.0 300,78.0\"",
            "--style-weight<td>5",
            "impasto stylize " + photo + " " + painting + " -o out.png")
        .doesNotContain("class=\"reason", "class=\"none\"", "{{", "Optional");
  }

  @Test
  void whateverANameHoldsStaysText() throws Exception {
    String name = "<script>alert(1)</script>&amp;\"'>.png";
    String page =
        page(
            job(
                JobState.FAILED,
                folder,
                folder.resolve("<i>.png"),
                painting,
                name,
                axes("<u>", "<s>")));
    assertThat(page)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;&quot;&#39;&gt;.png")
        .contains(
            "&lt;b&gt;check&lt;/b&gt;",
            "content</span> <bdi>&lt;i&gt;.png",
            "&lt;u&gt; <b>&lt;s&gt;</b>")
        .doesNotContain("<script>alert", "<i>", "<u>", "<s>", "<b>check");
    assertThat(page.split("<script", -1)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a b.png",
        "-rf.png",
        "line\nbreak.png",
        "100%25.png",
        "#1?.png",
        "javascript:alert(1)/x.png",
        "\"quoted' <b>&amp;+*.png",
        "\ud83d\ude00 nai\u0308ve.png",
        "deep/er/\u6d6e\u4e16.png",
      })
  void aLinkLeadsToTheFileAndToNothingElse(String output) {
    String href = Links.relative(output);
    URI page = URI.create("file:///home/ada/index.html");
    assertThat(href).matches("[A-Za-z0-9._*%/-]+");
    assertThat(page.resolve(href).getPath()).isEqualTo("/home/ada/" + output);
    assertThat(page.resolve(href).getFragment()).isNull();
    assertThat(page.resolve(href).getQuery()).isNull();
  }

  @Test
  void anInputIsEmbeddedOnceHoweverManyJobsShowIt() throws Exception {
    String page =
        page(
            done(folder, photo, painting, "1.png"),
            done(folder, photo, painting, "2.png"),
            done(folder, painting, painting, "3.png"));
    assertThat(count(page, "url\\(data:image/jpeg")).isEqualTo(2);
    assertThat(count(page, "class=\"picture input-0\"")).isEqualTo(2);
    assertThat(count(page, "class=\"picture input-1\"")).isEqualTo(4);
  }

  @Test
  void theOnlyScriptIsTheOneThatThePolicyNames() throws Exception {
    String page = page(done(folder, photo, painting, "out.png"));
    String script = group(page, "<script>(.*?)</script>").group(1);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(script.getBytes(UTF_8));
    assertThat(page.replace("&#x3D;", "="))
        .contains("default-src 'none'; img-src data:; style-src 'unsafe-inline'")
        .contains("script-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'")
        .doesNotContain("http://", "https://", " on", "@import");
  }

  @Test
  void jobsWithoutARecordAreToldOfToo() throws Exception {
    String page =
        page(
            job(JobState.FAILED, folder, photo, painting, "failed.png", Map.of()),
            job(JobState.LEFT, folder, photo, folder.resolve("gone.png"), "left.png", Map.of()));
    assertThat(page)
        .contains("1 failed", "1 left", "<h2>Failed</h2>", "<a href=\"#job-1\"><bdi>failed.png")
        .contains("Not painted.", "The picture is missing or cannot be read.")
        .doesNotContain("<details>", "<svg", "0 done", "<table");
  }

  @Test
  void aPictureThatCannotBeReadIsToldOf() throws Exception {
    Files.writeString(folder.resolve("out.png"), "no picture");
    String page = page(done(folder, photo, painting, "out.png"));
    assertThat(page).contains("The picture is missing or cannot be read.").doesNotContain("<img");
  }

  @Test
  void twoOptionsMakeATable() throws Exception {
    String page =
        page(
            sweep("--w", "1", "--s", "64"),
            sweep("--w", "1", "--s", "91"),
            sweep("--w", "3", "--s", "91"));
    String table = group(page, "<table>(.*?)</table>").group(1);
    assertThat(table)
        .contains(
            "<tr><td></td><th scope=\"col\">--s <b>64</b></th><th scope=\"col\">--s <b>91</b>")
        .containsSubsequence(
            "row\">--w <b>1</b>", "#job-1", "#job-2", "row\">--w <b>3</b>", ">none<", "#job-3");
  }

  @Test
  void oneOptionMakesARowAndAThirdATableForEachOfItsValues() throws Exception {
    String row = page(sweep("--w", "1"), sweep("--w", "3"));
    assertThat(count(row, "<table>")).isEqualTo(1);
    assertThat(group(row, "<table>(.*?)</table>").group(1))
        .contains("<tr><th scope=\"col\">--w <b>1</b></th>")
        .doesNotContain("\"row\"");

    String tables =
        page(
            sweep("--w", "1", "--s", "64", "--seed", "7"),
            sweep("--w", "1", "--s", "64", "--seed", "8"));
    assertThat(count(tables, "<table>")).isEqualTo(2);
    assertThat(tables)
        .containsSubsequence("--seed <b>7</b></span></span></caption>", "--seed <b>8</b>");
  }

  @Test
  void manyPicturesAreSmaller() {
    assertThat(Thumbnails.longerSide(120)).isEqualTo(384);
    assertThat(Thumbnails.longerSide(121)).isEqualTo(240);
    assertThat(Thumbnails.longerSide(601)).isEqualTo(128);
    assertThat(Thumbnails.longerSide(2501)).isEqualTo(96);
  }

  @Test
  void aThumbnailIsASmallPlainJpeg() {
    Path large = picture(folder.resolve("large.png"), 500, 250, 4);
    Thumbnail thumbnail = Thumbnails.of(List.of(large), List.of(128)).get(large, 128).orElseThrow();
    assertThat(List.of(thumbnail.width(), thumbnail.height())).containsExactly(128, 64);
    byte[] jpeg =
        Base64.getDecoder().decode(thumbnail.uri().substring("data:image/jpeg;base64,".length()));
    assertThat(new String(jpeg, ISO_8859_1))
        .startsWith("\u00ff\u00d8")
        .contains("JFIF")
        .doesNotContain("ICC_PROFILE", "Exif");
    assertThat(Thumbnails.of(List.of(photo), List.of(384)).get(photo, 384).orElseThrow().width())
        .as("a small picture is not enlarged")
        .isEqualTo(64);
  }

  @Test
  void aCourseThatGoesDownByEqualFactorsIsAStraightLine() {
    List<CoursePoint> course =
        List.of(
            new CoursePoint(1, 1000),
            new CoursePoint(11, 100),
            new CoursePoint(15, 0),
            new CoursePoint(21, 10));
    assertThat(CourseView.of(course).orElseThrow().points()).isEqualTo("0,2.0 150,40.0 300,78.0");
    assertThat(CourseView.of(course.subList(0, 1))).isEqualTo(Optional.empty());
  }

  @Test
  void whereThePageCannotBeWrittenItIsAnIoException() {
    assertThatThrownBy(() -> BatchPage.write(folder.resolve("no/index.html"), batch(List.of())))
        .isInstanceOf(IOException.class);
    Path full = Path.of("/dev/full");
    if (Files.exists(full)) {
      assertThatThrownBy(
              () -> {
                try (var out = Files.newOutputStream(full)) {
                  BatchPage.TEMPLATE.fill(PageView.of(batch(List.of())), out);
                }
              })
          .isInstanceOf(IOException.class);
    }
  }

  private JobReport sweep(String... axes) {
    String output = String.join("", axes) + ".png";
    picture(folder.resolve(output), 32, 24, axes.length);
    return job(JobState.DONE, folder, photo, painting, output, axes(axes));
  }

  private String page(JobReport... jobs) throws IOException {
    Path file = folder.resolve("index.html");
    BatchPage.write(file, batch(List.of(jobs)));
    return Files.readString(file);
  }

  private static long count(String text, String regex) {
    return Pattern.compile(regex).matcher(text).results().count();
  }

  private static MatchResult group(String text, String regex) {
    return Pattern.compile(regex, Pattern.DOTALL).matcher(text).results().findFirst().orElseThrow();
  }
}
