package impasto.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import impasto.config.CoarseNetwork;
import impasto.config.DeviceChoice;
import impasto.config.EngineConfig;
import impasto.config.LadderConfig;
import impasto.config.LayerWeight;
import impasto.config.LossScaling;
import impasto.config.NetworkConfig;
import impasto.config.ObjectiveConfig;
import impasto.config.OptimizerConfig.Adam;
import impasto.config.OptimizerConfig.Lbfgs;
import impasto.config.OptimizerConfig.Preconditioner;
import impasto.config.OptimizerConfig.StepRule;
import impasto.config.OriginalColors;
import impasto.config.Padding;
import impasto.config.PixelRange;
import impasto.config.Pooling;
import impasto.config.Precision;
import impasto.config.Preset;
import impasto.config.Start;
import impasto.config.StoppingConfig;
import impasto.config.StyleStatistics;
import impasto.config.TransferConfig;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecipeJsonTest {
  @ParameterizedTest
  @EnumSource(Preset.class)
  void everyPresetComesBackAsItWas(Preset preset) {
    assertComesBack(Examples.recipe(preset.config()));
  }

  static List<TransferConfig> variants() {
    return List.of(
        Examples.with(new Adam(Double.MIN_VALUE, 0, 0.1 + 0.2, 0, true, 0), new Start.Noise(), -1),
        Examples.with(
            new Lbfgs(Double.MAX_VALUE, 1, StepRule.FIXED, true),
            new Start.Content(),
            Long.MIN_VALUE),
        Examples.startingFrom("start.png"),
        new TransferConfig(
            new ObjectiveConfig(
                List.of(),
                List.of(new LayerWeight("r\u00e9lu \"4_2\"\n", 1.0 / 3)),
                1e-300,
                123456789.125,
                0,
                LossScaling.ABSOLUTE,
                PixelRange.BYTE,
                StyleStatistics.GRAM),
            new NetworkConfig(Pooling.AVERAGE, Padding.REFLECT, Precision.BFLOAT16),
            new LadderConfig(LadderConfig.ORIGINAL, 1, 3, List.of(1, 2, 3), 4, 0.25),
            new Lbfgs(1, 5, StepRule.SAFEGUARDED, false),
            new Start.Content(),
            List.of(0.1),
            OriginalColors.LUMINANCE,
            0.7,
            Long.MAX_VALUE,
            StoppingConfig.NEVER,
            CoarseNetwork.SHALLOW));
  }

  @ParameterizedTest
  @MethodSource("variants")
  void everyVariantComesBackAsItWas(TransferConfig transfer) {
    assertComesBack(Examples.recipe(transfer));
  }

  @ParameterizedTest
  @EnumSource(DeviceChoice.Kind.class)
  void everyDeviceComesBackAsItWas(DeviceChoice.Kind kind) {
    Recipe base = Examples.recipe();
    assertComesBack(
        new Recipe(
            base.version(),
            new InputFile("\u5bcc\u58eb\u5c71 \ud83d\uddfb.jpg", Examples.hash('0'), 0),
            base.styles(),
            base.start(),
            base.weights(),
            base.transfer(),
            new EngineConfig(new DeviceChoice(kind, 0), 1),
            new OutputSettings(Optional.empty(), 1, true, Long.MAX_VALUE)));
  }

  @Test
  void insideAPictureThereAreNoFolders() {
    Recipe recipe = Examples.recipe(Examples.startingFrom("/home/ada/start.png"));
    String text = RecipeJson.text(recipe);

    assertThat(text)
        .doesNotContain("ada", "my photos", "srv", "\n")
        .contains("\"canal.png\"", "\"night.png\"", "\"start.png\"", "\"vgg19.pth\"")
        .isEqualTo(RecipeJson.text(RecipeJson.parse("x.png", text)));
    assertThat(RecipeJson.parse("x.png", text)).isEqualTo(recipe.withoutFolders());
  }

  @Test
  void aPathOfAnotherSystemLosesItsFoldersToo() {
    InputFile file = new InputFile("C:\\Users\\ada\\canal.png", Examples.hash('a'), 1);
    assertThat(file.withoutFolders().path()).isEqualTo("canal.png");
  }

  @Test
  void namesAreThoseOfTheCommandLine() {
    JsonObject tree =
        JsonParser.parseString(RecipeJson.text(Examples.recipe(Preset.NEURAL_STYLE.config())))
            .getAsJsonObject();
    JsonObject transfer = tree.getAsJsonObject("transfer");
    assertThat(tree.keySet()).startsWith("kind", "format", "version").doesNotContain("start");
    assertThat(transfer.getAsJsonObject("start").toString()).isEqualTo("{\"type\":\"random\"}");
    assertThat(transfer.getAsJsonObject("optimizer").get("type").getAsString()).isEqualTo("lbfgs");
    assertThat(transfer.getAsJsonObject("network").get("padding").getAsString()).isEqualTo("zero");
    assertThat(tree.getAsJsonObject("engine").get("device").getAsString()).isEqualTo("cuda:3");
  }

  @Test
  void poolingByTheMeanIsAvgAsOnTheCommandLine() {
    assertThat(RecipeJson.text(Examples.recipe(variants().get(3)))).contains("\"pooling\":\"avg\"");
  }

  @Test
  void keysThatAreNotKnownArePassedOver() {
    JsonObject tree = tree();
    tree.addProperty("brush", "broad");
    tree.getAsJsonObject("transfer").getAsJsonObject("optimizer").add("extra", new JsonObject());
    assertThat(RecipeJson.parse("x.png", tree.toString()))
        .isEqualTo(Examples.recipe().withoutFolders());
  }

  @Test
  void everyMissingKeyIsNamed() {
    assertThatEveryMissingKeyIsNamed("", tree(), tree());
  }

  @Test
  void aRecipeOfAnOlderVersionIsReadAsItPainted() {
    JsonObject tree = tree();
    JsonObject transfer = tree.getAsJsonObject("transfer");
    transfer.remove("stopping");
    transfer.remove("coarse");
    transfer.getAsJsonObject("objective").remove("statistics");
    transfer.getAsJsonObject("ladder").remove("finish");
    transfer.getAsJsonObject("ladder").remove("detail");
    transfer.getAsJsonObject("ladder").addProperty("scales", 0);
    transfer.getAsJsonObject("optimizer").remove("preconditioner");

    TransferConfig read = RecipeJson.parse("x.png", tree.toString()).transfer();

    assertThat(read.stopping()).isEqualTo(StoppingConfig.NEVER);
    assertThat(read.coarse()).isEqualTo(CoarseNetwork.SAME);
    assertThat(read.ladder().finish()).isZero();
    assertThat(read.ladder().detail()).isZero();
    assertThat(read.ladder().sizes(512)).containsExactly(128, 181, 256, 362, 512);
    assertThat(read.objective().statistics()).isEqualTo(StyleStatistics.GRAM);
    assertThat(read.optimizer())
        .isInstanceOfSatisfying(
            Lbfgs.class,
            lbfgs -> assertThat(lbfgs.preconditioner()).isEqualTo(Preconditioner.NONE));
  }

  private void assertThatEveryMissingKeyIsNamed(String path, JsonObject whole, JsonObject part) {
    for (String key : List.copyOf(part.keySet())) {
      // Nothing else in the recipe may be left out.
      boolean optional =
          List.of(
                  "weights.name",
                  "weights.coarse",
                  "output.bitDepth",
                  "transfer.stopping",
                  "transfer.coarse",
                  "transfer.ladder.finish",
                  "transfer.ladder.detail",
                  "transfer.objective.statistics",
                  "transfer.optimizer.preconditioner")
              .contains(path + key);
      JsonElement value = part.get(key);
      if (!optional) {
        JsonObject copy = whole.deepCopy();
        JsonObject holder = copy;
        for (String step : path.split("\\.", 0)) {
          holder = step.isEmpty() ? holder : holder.getAsJsonObject(step);
        }
        holder.remove(key);
        assertThatThrownBy(() -> RecipeJson.parse("x.png", copy.toString()))
            .isInstanceOf(UnreadableRecordException.class)
            .hasMessage("x.png: " + path + key + " is missing");
      }
      if (value.isJsonObject()) {
        assertThatEveryMissingKeyIsNamed(path + key + ".", whole, value.getAsJsonObject());
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"format\":1                | \"format\":2           | format is 2, and this version",
        "\"format\":1                | \"format\":0           | format is 0, and this version",
        "\"kind\":\"impasto-recipe\" | \"kind\":\"impasto-run\" | kind is impasto-run, not",
        "\"seed\":0                  | \"seed\":0.5           | transfer.seed must be a whole",
        "\"seed\":0                  | \"seed\":9223372036854775808 | transfer.seed must be a whole",
        "\"seed\":0                  | \"seed\":null          | transfer.seed must be a whole",
        "\"threads\":8               | \"threads\":4294967297 | engine.threads must be a whole",
        "\"threads\":8               | \"threads\":0          | threads must be at least 1",
        "\"styleWeight\":5.5         | \"styleWeight\":1e999  | styleWeight must be a number",
        "\"styleWeight\":5.5         | \"styleWeight\":\"3\"  | styleWeight must be a number",
        "\"styleWeight\":5.5         | \"styleWeight\":NaN    | damaged or not JSON",
        "\"styleWeight\":5.5         | \"styleWeight\":-1     | style weight must be a number of at",
        "\"strip\":false             | \"strip\":\"yes\"      | output.strip must be true or false",
        "\"pooling\":\"max\"         | \"pooling\":\"MAX\"    | must be one of max, avg, not 'MAX'",
        "\"device\":\"cuda:3\"       | \"device\":\"cpu:3\"   | engine.device must be auto, cpu or",
        "\"type\":\"lbfgs\"          | \"type\":\"sgd\"       | optimizer.type must be one of adam",
        "\"historySize\":10          | \"historySize\":[]     | optimizer.historySize must be a wh",
        "\"path\":\"canal.png\"      | \"path\":{}            | content.path must be text in quotes",
        "\"bytes\":1234              | \"bytes\":-1           | content does not hold together: the",
        "\"start\":{\"type\":\"content\"} | \"start\":7        | transfer.start must be an object",
      })
  void aValueThatIsNotWhatItShouldBeIsNamed(String good, String bad, String reason) {
    String text = RecipeJson.text(Examples.recipe());
    assertThat(text).contains(good);
    assertThatThrownBy(() -> RecipeJson.parse("x.png", text.replace(good, bad)))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessageStartingWith("x.png: ")
        .hasMessageContaining(reason)
        .message()
        .hasLineCount(1);
  }

  @Test
  void whatAnotherProgramWroteIsNoRecipe() {
    assertThat(RecipeJson.isRecipe("Sunset at the beach")).isFalse();
    assertThat(RecipeJson.isRecipe("{\"seed\": 7, \"sampler\": \"Euler\"}")).isFalse();
    assertThat(RecipeJson.isRecipe("")).isFalse();
    String text = RecipeJson.text(Examples.recipe());
    assertThat(RecipeJson.isRecipe(text)).isTrue();
    assertThat(RecipeJson.isRecipe(text.substring(0, 100))).isTrue();
  }

  private static JsonObject tree() {
    return JsonParser.parseString(RecipeJson.text(Examples.recipe())).getAsJsonObject();
  }

  private static void assertComesBack(Recipe recipe) {
    assertThat(RecipeJson.parse("x.json", RecipeJson.pretty(recipe))).isEqualTo(recipe);
  }
}
