package impasto.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreCommandTest {
  /** Of the preset gatys for these pictures, by scripts/fixtures/score.py. */
  private static final double LOSS = 73.760753;

  private static final double CONTENT = 0.088669182;
  private static final double STYLE_RELU1_1 = 1.6752571;

  @TempDir Path folder;

  @Test
  void tellsTheTermsAsText() throws Exception {
    CommandRun run = score(Reference.IMAGE, "--preset", "gatys", "--precision", "float32", "-q");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    Map<String, Double> told =
        run.out()
            .lines()
            .map(line -> line.split(" +", -1))
            .collect(Collectors.toMap(words -> words[0], words -> Double.valueOf(words[1])));
    assertThat(told).hasSize(7);
    assertThat(told.get("loss")).isCloseTo(LOSS, within(1e-3 * LOSS));
    assertThat(told.get("content.relu4_2")).isCloseTo(CONTENT, within(1e-3 * CONTENT));
    assertThat(told.get("style.relu1_1")).isCloseTo(STYLE_RELU1_1, within(1e-3 * STYLE_RELU1_1));
  }

  @Test
  void tellsTheTermsAsJson() throws Exception {
    CommandRun run = score(Reference.CONTENT, "--json");
    assertThat(run.exitCode()).isZero();
    JsonObject score = JsonParser.parseString(run.out()).getAsJsonObject();
    JsonObject terms = score.getAsJsonObject("terms");
    double loss = score.get("loss").getAsDouble();
    assertThat(score.get("width").getAsInt()).isEqualTo(64);
    assertThat(score.get("height").getAsInt()).isEqualTo(48);
    // The photo itself: its content is right, its style is not.
    assertThat(terms.get("content.relu4_2").getAsDouble()).isZero();
    assertThat(loss).isPositive();
    assertThat(terms.keySet().stream().mapToDouble(name -> terms.get(name).getAsDouble()).sum())
        .isCloseTo(loss, within(1e-5 * loss));
  }

  private CommandRun score(Path image, String... more) throws Exception {
    Object[] args = new Object[6 + more.length];
    System.arraycopy(
        new Object[] {"score", Reference.CONTENT, Reference.STYLE, image, "-m", Reference.MODEL},
        0,
        args,
        0,
        6);
    System.arraycopy(more, 0, args, 6, more.length);
    return CommandRun.in(folder, args);
  }
}
