package impasto.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One comparison with the built-in network, called again and again. */
@TestMethodOrder(OrderAnnotation.class)
class CompareCommandTest {
  private static final List<String> PICTURES =
      List.of("long/a_s_48.png", "short/a_s_48.png", "long/a_s_64.png", "short/a_s_64.png");

  @TempDir static Path folder;
  private static CommandRun first;

  @BeforeAll
  static void compare() throws Exception {
    Files.copy(Reference.CONTENT, folder.resolve("a.png"));
    Files.copy(Reference.STYLE, folder.resolve("s.png"));
    recipes("recipe,iterations,scales,min-size\nlong,3,2,32\nshort,2,1,\n");
    first = run("--content=a.png", "--sizes=48,64");
  }

  @Test
  @Order(1)
  void allIsPaintedMeasuredAndToldOf() throws Exception {
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.out().lines().toList()).hasSize(7).last().isEqualTo("out/index.html");
    assertThat(first.out())
        .contains("4 done, 0 stale, 0 failed, 0 left")
        .containsPattern("(?m)^long +48 +1 ")
        .containsPattern("^recipe +size ");
    assertThat(table("compare.csv"))
        .extracting(row -> row.get("output"))
        .containsExactlyElementsOf(PICTURES);
    for (CSVRecord row : table("compare.csv")) {
      assertThat(row.get("state")).isEqualTo("done");
      assertThat(row.get("evaluations"))
          .isEqualTo(row.get("recipe").equals("long") ? "6.0" : "2.0");
      for (String column :
          List.of(
              "seconds",
              "full_size_evaluations",
              "loss",
              "content_loss",
              "style.relu5_1",
              "noise")) {
        assertThat(Double.parseDouble(row.get(column))).as(column).isPositive();
      }
      assertThat(folder.resolve("out").resolve(row.get("output"))).exists();
    }
    assertThat(table("summary.csv"))
        .filteredOn(row -> row.get("recipe").equals("long"))
        .allSatisfy(row -> assertThat(row.get("loss")).isEqualTo("1.0"))
        .allSatisfy(row -> assertThat(row.get("reached")).isEqualTo("1"));
    assertThat(Files.readString(folder.resolve("out/index.html")))
        .contains("src=\"short/a_s_64.png\"");
  }

  @Test
  @Order(2)
  void theJudgesLossIsThatOfTheScoreCommand() throws Exception {
    CommandRun score =
        CommandRun.in(
            folder,
            "score",
            "a.png",
            "s.png",
            "out/short/a_s_64.png",
            "--preset=neural-style",
            "--precision=float32",
            "-mbuiltin",
            "-q");
    String loss = table("compare.csv").get(3).get("loss");
    assertThat(score.out()).contains("%.5g".formatted(Double.parseDouble(loss)).substring(0, 5));
  }

  @Test
  @Order(3)
  void theSameCommandPaintsAndJudgesNothingAgain() throws Exception {
    Map<String, Object> before = state();
    String measurements = Files.readString(folder.resolve("out/measurements.jsonl"));

    CommandRun again = run("--content=a.png", "--sizes=48,64");

    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.out()).isEqualTo(first.out());
    assertThat(state()).isEqualTo(before);
    assertThat(folder.resolve("out/measurements.jsonl")).hasContent(measurements);
  }

  @Test
  @Order(4)
  void aPictureOfOtherSettingsIsToldOfAndPaintedAgainWhenAskedFor() throws Exception {
    recipes("recipe,iterations,scales,min-size\nlong,3,2,32\nshort,1,1,\n");

    CommandRun stale = run("--content=a.png", "--sizes=48");
    assertThat(stale.exitCode()).isZero();
    assertThat(stale.out()).contains("stale: short/a_s_48.png: ", "--redo stale");
    assertThat(table("compare.csv").get(1).get("loss")).isEmpty();

    CommandRun redone = run("--content=a.png", "--sizes=48", "--redo=stale");
    assertThat(redone.exitCode()).as(redone.err()).isZero();
    assertThat(table("compare.csv").get(1).get("evaluations")).isEqualTo("1.0");
  }

  @Test
  @Order(5)
  void whatCannotBePaintedOrWasChangedFailsAloneAndIsToldOf() throws Exception {
    Files.writeString(folder.resolve("broken.png"), "no picture", UTF_8);
    Files.copy(
        folder.resolve("out/long/a_s_64.png"),
        Files.createDirectories(folder.resolve("kept")).resolve("a.png"));
    Path changed = folder.resolve("out/short/a_s_48.png");
    Files.write(changed, Files.readAllBytes(folder.resolve("kept/a.png")));

    CommandRun run = run("--content=a.png", "--content=broken.png", "--sizes=48");

    assertThat(run.exitCode()).isEqualTo(7);
    assertThat(run.out())
        .contains("failed: long/broken_s_48.png: ", "failed: short/broken_s_48.png: ")
        .contains("failed: short/a_s_48.png: ", "was changed after it was painted");
    assertThat(table("compare.csv"))
        .extracting(row -> row.get("state"))
        .containsExactly("done", "failed", "failed", "failed");
    assertThat(changed).hasSameBinaryContentAs(folder.resolve("kept/a.png"));
  }

  private static void recipes(String text) throws IOException {
    Files.writeString(folder.resolve("recipes.csv"), text);
  }

  private static CommandRun run(Object... more) throws Exception {
    return CommandRun.in(
        folder,
        Stream.concat(
                Stream.of(
                    "compare",
                    "-o",
                    "out",
                    "-m",
                    "builtin",
                    "--recipes=recipes.csv",
                    "--style=s.png",
                    "--baseline=long",
                    "-q"),
                Stream.of(more))
            .toArray());
  }

  private static List<CSVRecord> table(String name) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(folder.resolve("out").resolve(name), UTF_8, format)) {
      return parser.getRecords();
    }
  }

  private static Map<String, Object> state() throws IOException {
    Map<String, Object> files = new TreeMap<>();
    for (String picture : PICTURES) {
      files.put(picture, Files.getLastModifiedTime(folder.resolve("out").resolve(picture)));
    }
    return files;
  }
}
