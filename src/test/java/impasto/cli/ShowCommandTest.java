package impasto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import impasto.config.DeviceChoice;
import impasto.config.EngineConfig;
import impasto.config.InputConvention;
import impasto.config.Preset;
import impasto.report.InputFile;
import impasto.report.Machine;
import impasto.report.OutputSettings;
import impasto.report.Recipe;
import impasto.report.RecipeJson;
import impasto.report.RunRecord;
import impasto.report.RunRecords;
import impasto.report.ScaleRecord;
import impasto.report.Weights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowCommandTest {
  private static final String HASH = "0123456789abcdef".repeat(4);

  @TempDir Path folder;

  @Test
  void aRecordIsToldAsAlignedText() throws Exception {
    Path file = folder.resolve("painted.json");
    RunRecords.write(file, record(), false);

    CommandRun run = CommandRun.in(folder, "show", "painted.json");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines().filter(line -> !line.isEmpty() && !line.startsWith(" ")))
        .containsExactly(
            "Pictures",
            "Network",
            "Objective",
            "Scales",
            "Optimiser",
            "Output",
            "Engine",
            "Machine",
            "Run");
    assertThat(run.out().lines())
        .contains(
            told("Impasto", "0.1.0"),
            told("photo", "/home/ada/canal.png"),
            told("", "SHA-256 0123456789abcdef..., 1234 bytes"),
            told("weights", "/srv/vgg19.pth (vgg19)"),
            told("--input-convention", "caffe"),
            told("--style-weight", "100"),
            told("--tv-weight", "0.001"),
            told("--style-layers", "relu1_1,relu2_1,relu3_1,relu4_1,relu5_1"),
            told("--iterations", "1000"),
            told("--init", "random"),
            told("--device", "cpu"),
            told("system", "Linux 6.1, amd64"),
            told("512 x 384", "loss 2.5000, 1000 evaluations, 119.1 s"),
            told("seconds", "total 121.0"),
            told("event", "float32 from evaluation 7 on"),
            told("command", "impasto stylize 'it'\\''s me.jpg' night.png --preset neural-style"));
  }

  @Test
  void jsonIsThatOfTheRecord() throws Exception {
    Path file = folder.resolve("painted.json");
    RunRecords.write(file, record(), false);
    CommandRun run = CommandRun.in(folder, "show", "painted.json", "--json");
    assertThat(run).isEqualTo(new CommandRun(0, Files.readString(file), ""));
  }

  @Test
  void aRecipeAloneIsToldWithoutARun() throws Exception {
    Files.writeString(folder.resolve("recipe.JSON"), RecipeJson.pretty(record().recipe()));
    CommandRun run = CommandRun.in(folder, "show", "recipe.JSON");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("Pictures", told("--style-weight", "100"))
        .doesNotContain("Machine");
  }

  @Test
  void whatHoldsNoSettingsIs3() throws Exception {
    assertFails(Reference.CONTENT, "content.png: holds no settings of Impasto; give a picture");
    assertFails(folder.resolve("missing.png"), "missing.png: no such file");
    assertFails(folder.resolve("missing.json"), "missing.json: no such file");
    Path text = Files.writeString(folder.resolve("x.json"), "{\"kind\": \"impasto-run\"");
    assertFails(text, "x.json: damaged or not JSON");
    Files.writeString(text, "{\"kind\": \"impasto-run\", \"format\": 1}");
    assertFails(text, "x.json: recipe is missing");
    Files.writeString(text, "{\"kind\": \"impasto-run\", \"format\": 7}");
    assertFails(text, "x.json: format is 7, and this version reads up to 1");
  }

  @Test
  void textFromAFileCannotSteerTheTerminal() throws Exception {
    String text = RecipeJson.text(record().recipe()).replace("night.png", "\\u001b[2Jnight\\n.png");
    Files.writeString(folder.resolve("recipe.json"), text);
    CommandRun run = CommandRun.in(folder, "show", "recipe.json");
    assertThat(run.out()).contains(told("painting", "?[2Jnight .png")).doesNotContain("\u001b");
  }

  private void assertFails(Path file, String reason) throws Exception {
    CommandRun run = CommandRun.in(folder, "show", file);
    assertThat(run.err().lines()).singleElement().asString().startsWith("impasto: ");
    assertThat(run.err()).contains(reason);
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
  }

  private static String told(String name, String value) {
    return "  " + name + " ".repeat(29 - name.length()) + value;
  }

  private static RunRecord record() {
    return new RunRecord(
        new Recipe(
            "0.1.0",
            new InputFile("/home/ada/canal.png", HASH, 1234),
            List.of(new InputFile("/home/ada/night.png", HASH, 5678)),
            Optional.empty(),
            new Weights(
                "/srv/vgg19.pth",
                Optional.of("vgg19"),
                HASH,
                InputConvention.CAFFE,
                Optional.empty()),
            Preset.NEURAL_STYLE.config(),
            new EngineConfig(new DeviceChoice(DeviceChoice.Kind.CPU, 0), 2),
            new OutputSettings(Optional.empty(), 95, false, 1L << 28)),
        "/home/ada/painted.png",
        Optional.empty(),
        List.of("stylize", "it's me.jpg", "night.png", "--preset", "neural-style"),
        Instant.parse("2026-01-31T12:00:00Z"),
        new Machine("Linux 6.1", "amd64", "EPYC", 2, 7950, "17.0.15", "PyTorch", "cpu", false),
        Map.of("total", 121.0),
        List.of(new ScaleRecord(512, 384, 1000, 2.5, Map.of("tv", 2.5), 119.125)),
        Optional.of(778.25),
        0,
        List.of("float32 from evaluation 7 on"),
        Optional.empty());
  }
}
