package impasto.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import impasto.image.ImageCodec;
import impasto.image.Picture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StylizeCommandTest {
  @TempDir Path folder;

  @Test
  void paintsAPhotoAndTellsEachIteration() throws Exception {
    CommandRun run = stylize("painted.png", Reference.STYLE, "--metrics", "metrics.jsonl");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).isNotEmpty().allMatch(line -> line.startsWith("impasto: "));
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder("painted.png", "painted.json", "metrics.jsonl");
    Picture picture = ImageCodec.read(folder.resolve("painted.png"));
    assertThat(picture.width()).isEqualTo(64);
    assertThat(picture.height()).isEqualTo(48);

    List<JsonObject> lines =
        Files.readAllLines(folder.resolve("metrics.jsonl")).stream()
            .map(line -> JsonParser.parseString(line).getAsJsonObject())
            .toList();
    assertThat(lines).hasSize(3);
    for (int i = 0; i < lines.size(); i++) {
      assertThatLineTellsTheIteration(lines.get(i), i + 1);
    }
  }

  private static void assertThatLineTellsTheIteration(JsonObject line, int number) {
    assertThat(line.get("scale").getAsInt()).isEqualTo(1);
    assertThat(line.get("width").getAsInt()).isEqualTo(64);
    assertThat(line.get("height").getAsInt()).isEqualTo(48);
    assertThat(line.get("iteration").getAsInt()).isEqualTo(number);
    assertThat(line.get("evaluations").getAsInt()).isEqualTo(number);
    assertThat(line.get("seconds").getAsDouble()).isPositive();
    assertThat(line.has("rss_mb")).isEqualTo(Files.exists(Path.of("/proc/self/status")));
    double loss = line.get("loss").getAsDouble();
    JsonObject terms = line.getAsJsonObject("terms");
    assertThat(terms.keySet()).contains("content.relu4_2", "style.relu1_1", "style.relu5_1");
    assertThat(
            terms.entrySet().stream()
                .map(Map.Entry::getValue)
                .mapToDouble(JsonElement::getAsDouble)
                .sum())
        .isCloseTo(loss, within(1e-5 * loss));
  }

  @Test
  void theSharesOfTwoStylesCount() throws Exception {
    CommandRun first =
        stylize("first.png", Reference.STYLE, Reference.IMAGE, "--style-blend", "1,0", "-q");
    CommandRun second =
        stylize("second.png", Reference.STYLE, Reference.IMAGE, "--style-blend", "0,1", "-q");

    assertThat(first).isEqualTo(new CommandRun(0, "", "")).isEqualTo(second);
    assertThat(ImageCodec.read(folder.resolve("first.png")).rgb())
        .isNotEqualTo(ImageCodec.read(folder.resolve("second.png")).rgb());
  }

  @Test
  void theSeedDecidesTheNoiseAndNothingElseIsRandom() throws Exception {
    byte[] seven = noise("7", "one.png");
    assertThat(noise("7", "two.png")).isEqualTo(seven);
    assertThat(noise("8", "three.png")).isNotEqualTo(seven);
  }

  private byte[] noise(String seed, String name) throws Exception {
    CommandRun run =
        stylize(name, Reference.STYLE, "--init", "random", "--seed", seed, "--threads", "2");
    assertThat(run.exitCode()).isZero();
    return Files.readAllBytes(folder.resolve(name));
  }

  private CommandRun stylize(String output, Object... more) throws Exception {
    List<Object> args =
        new ArrayList<>(
            List.of("stylize", "-o", output, "-m", Reference.MODEL, "-s", 64, "--scales", 1));
    args.addAll(List.of("-n", 3, Reference.CONTENT));
    args.addAll(List.of(more));
    return CommandRun.in(folder, args.toArray());
  }
}
