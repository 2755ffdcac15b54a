package impasto.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import impasto.config.DeviceChoice;
import impasto.config.EngineConfig;
import impasto.config.OptimizerConfig.Adam;
import impasto.config.OptimizerConfig.Lbfgs;
import impasto.config.OptimizerConfig.Preconditioner;
import impasto.config.OptimizerConfig.StepRule;
import impasto.config.Precision;
import impasto.config.Preset;
import impasto.config.Start;
import impasto.config.TransferConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferencesTest {
  private static final Recipe THEN = Examples.recipe();

  @Test
  void theSameRecipeDiffersInNothingWhereverItsFilesAre() {
    assertThat(Differences.between(THEN, THEN)).isEmpty();
    assertThat(Differences.between(THEN.withoutFolders(), THEN)).isEmpty();
    Recipe started = Examples.recipe(Examples.startingFrom("/a/start.png"));
    Recipe moved = Examples.recipe(Examples.startingFrom("/b/other.png"));
    assertThat(Differences.between(started, moved)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"version\":\"0.1.0\"   | \"version\":\"0.2.0\"  | Impasto was version 0.1.0 and is 0.2.0",
        "\"styleWeight\":5.5     | \"styleWeight\":5.0    | --style-weight was 5.5 and is 5",
        "\"originalColors\":\"none\" | \"originalColors\":\"match\" | --original-colors was none and is match",
        "\"precision\":\"float32\" | \"precision\":\"bfloat16\" | --precision was float32 and is bfloat16",
        "\"size\":512            | \"size\":0             | --size was 512 and is original",
        "\"iterations\":[60,     | \"iterations\":[9,     | --iterations was 60,40,30,15,10 and is 9,40,30,15,10",
        "\"scales\":-1         | \"scales\":0          | --scales was in steps of 2 and is in steps of the root of 2",
        "\"layer\":\"relu4_2\",\"weight\":1.0 | \"layer\":\"relu4_2\",\"weight\":0.5 | --content-layers was relu4_2 and is relu4_2:0.5",
        "\"styleBlend\":[]       | \"styleBlend\":[2]     | --style-blend was equal and is 2",
        "\"rule\":\"safeguarded\" | \"rule\":\"fixed\"    | rule of the step was safeguarded and is fixed",
        "\"threads\":8           | \"threads\":2          | --threads was 8 and is 2",
        "\"bitDepth\":16,        | ``                     | --bit-depth was 16 and is not set",
        "\"input\":\"caffe\"     | \"input\":\"torchvision\" | --input-convention was caffe and is torchvision",
      })
  void aSettingIsToldWithBothValues(String then, String now, String sentence) {
    String text = RecipeJson.text(THEN);
    assertThat(text).contains(then);
    assertThat(
            Differences.between(THEN, RecipeJson.parse("x", text.replaceFirst(quoted(then), now))))
        .extracting(Difference::sentence)
        .containsExactly(sentence);
  }

  private static String quoted(String text) {
    return Pattern.quote(text);
  }

  @Test
  void anotherFileIsToldByNameAndHash() {
    Recipe now =
        RecipeJson.parse(
            "x",
            RecipeJson.text(THEN)
                .replace(Examples.hash('a'), Examples.hash('1'))
                .replace(Examples.hash('b'), Examples.hash('2'))
                .replace(Examples.hash('d'), Examples.hash('3')));
    assertThat(Differences.between(THEN, now))
        .extracting(Difference::toString)
        .containsExactly(
            "the photo is another file: it was canal.png (SHA-256 aaaaaaaaaaaa...) and is canal.png"
                + " (SHA-256 111111111111...)",
            "the painting is another file: it was night.png (SHA-256 bbbbbbbbbbbb...) and is"
                + " night.png (SHA-256 222222222222...)",
            "the weights file is another file: it was vgg19.pth (SHA-256 dddddddddddd...) and is"
                + " vgg19.pth (SHA-256 333333333333...)");
  }

  @Test
  void anotherBuiltInNetworkIsToldIfBothRunsUsedOne() {
    String text = RecipeJson.text(THEN);
    Recipe other = RecipeJson.parse("x", text.replace(Examples.hash('e'), Examples.hash('4')));
    Recipe unknown = RecipeJson.parse("x", text.replaceAll(",\\s*\"coarse\": *\"e+\"", ""));

    assertThat(Differences.between(THEN, other))
        .extracting(Difference::toString)
        .containsExactly(
            "the built-in network is another one (SHA-256 444444444444... instead of"
                + " eeeeeeeeeeee...)");
    assertThat(unknown.weights().coarse()).isEmpty();
    assertThat(Differences.between(THEN, unknown)).isEmpty();
  }

  @Test
  void anotherNumberOfPaintingsIsTold() {
    Recipe two =
        new Recipe(
            THEN.version(),
            THEN.content(),
            List.of(Examples.PAINTING, Examples.START),
            THEN.start(),
            THEN.weights(),
            THEN.transfer(),
            THEN.engine(),
            THEN.output());
    assertThat(Differences.between(THEN, two))
        .containsExactly(new Difference(Topic.PICTURES, "there were 1 paintings and are 2"));
  }

  @Test
  void anotherOptimizerIsToldWithoutWhatOnlyOneOfThemHas() {
    Recipe adam =
        Examples.recipe(
            Examples.with(new Adam(0.02, 0.9, 0.99, 1e-8, true, 0), new Start.Content(), 0));
    assertThat(Differences.between(THEN, adam))
        .extracting(Difference::sentence)
        .containsExactlyInAnyOrder(
            "--optimizer was lbfgs and is adam", "--learning-rate was 1 and is 0.02");
  }

  @Test
  void anotherStartIsTold() {
    Lbfgs lbfgs = new Lbfgs(1, 10, StepRule.SAFEGUARDED, Preconditioner.MULTILEVEL, true);
    Recipe noise = Examples.recipe(Examples.with(lbfgs, new Start.Noise(), 0));
    assertThat(Differences.between(noise, Examples.recipe(Examples.startingFrom("s.png"))))
        .extracting(Difference::sentence)
        .containsExactlyInAnyOrder("--init was random and is a picture", "--seed was 0 and is 7");
  }

  @Test
  void noNumberInARecipeCanDifferUnnoticed() {
    for (Preset preset : Preset.values()) {
      Recipe recipe = Examples.recipe(preset.config());
      JsonObject tree = JsonParser.parseString(RecipeJson.text(recipe)).getAsJsonObject();
      for (String part : List.of("transfer", "engine")) {
        for (JsonObject changed : withEachNumberHalved(tree, tree.getAsJsonObject(part))) {
          Recipe now = RecipeJson.parse("x", changed.toString());
          assertThat(Differences.between(recipe, now)).as(changed.toString()).hasSize(1);
        }
      }
    }
  }

  /** Copies of a tree, each with another number above 0 and below the part made smaller. */
  private static List<JsonObject> withEachNumberHalved(JsonObject tree, JsonObject part) {
    List<JsonObject> copies = new ArrayList<>();
    for (Map.Entry<String, JsonElement> entry : List.copyOf(part.entrySet())) {
      if (entry.getValue() instanceof JsonObject deeper) {
        copies.addAll(withEachNumberHalved(tree, deeper));
      } else if (entry.getValue() instanceof JsonPrimitive value
          && value.isNumber()
          && value.getAsDouble() > 1) {
        boolean whole = !value.getAsString().contains(".");
        part.add(
            entry.getKey(),
            whole
                ? new JsonPrimitive(value.getAsLong() / 2)
                : new JsonPrimitive(value.getAsDouble() / 2));
        copies.add(tree.deepCopy());
        part.add(entry.getKey(), value);
      }
    }
    return copies;
  }

  @Test
  void whatDoesNotChangeThePictureIsNoDifferenceOfThePicture() {
    Recipe then = Examples.recipe();
    TransferConfig transfer = then.transfer().withPrecision(Precision.BFLOAT16);
    Recipe now =
        new Recipe(
            "9.9",
            then.content(),
            then.styles(),
            then.start(),
            then.weights(),
            transfer,
            new EngineConfig(new DeviceChoice(DeviceChoice.Kind.CPU, 0), 1),
            new OutputSettings(then.output().bitDepth(), 50, true, 1));

    assertThat(Differences.ofThePicture(then, now, false, true)).isEmpty();
    assertThat(Differences.ofThePicture(then, now, true, false))
        .extracting(Difference::sentence)
        .containsExactly(
            "--precision was float32 and is bfloat16", "--jpeg-quality was 95 and is 50");
    assertThat(Differences.ofThePicture(then, Examples.recipe(Preset.GATYS.config()), false, true))
        .isNotEmpty();
  }
}
