package impasto.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import impasto.config.Preset;
import java.io.RandomAccessFile;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunRecordsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Preset.class)
  void aRecordComesBackAsItWas(Preset preset) throws Exception {
    RunRecord record = Examples.run(Examples.recipe(preset.config()));
    Path file = folder.resolve("painted.json");
    RunRecords.write(file, record, false);

    assertThat(RunRecords.read(file)).isEqualTo(record);
    assertThat(RunRecords.readRecipe(file)).isEqualTo(record.recipe());
    assertThat(RunRecords.isRecipe(file)).isFalse();
    assertThat(folder.toFile().list()).containsExactly("painted.json");
  }

  @Test
  void aRecipeAloneIsReadToo() throws Exception {
    Path file = Files.writeString(folder.resolve("x.json"), RecipeJson.pretty(Examples.recipe()));
    assertThat(RunRecords.isRecipe(file)).isTrue();
    assertThat(RunRecords.readRecipe(file)).isEqualTo(Examples.recipe());
  }

  @Test
  void anExistingFileIsReplacedOnlyIfItMayBe() throws Exception {
    Path file = Files.writeString(folder.resolve("painted.json"), "precious");
    RunRecord record = Examples.run(Examples.recipe());

    assertThatThrownBy(() -> RunRecords.write(file, record, false))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(file).hasContent("precious");

    RunRecords.write(file, record, true);
    assertThat(RunRecords.read(file)).isEqualTo(record);
  }

  @Test
  void shortListsAndObjectsStandOnOneLine() {
    String text = RunRecords.pretty(Examples.run(Examples.recipe()));
    assertThat(text)
        .contains("\"iterations\": [60, 40, 30, 15, 10],\n")
        .contains("\n          { \"layer\": \"relu2_1\", \"weight\": 1.5 },\n")
        .contains("\n  \"seconds\": { \"read\": 0.25, \"paint\": 119.5, \"total\": 121.0 },\n")
        .endsWith("\n}\n")
        .doesNotContain("null");
    assertThat(text.lines()).allMatch(line -> line.length() <= 120);
    assertThat(JsonParser.parseString(text))
        .isEqualTo(RecordJson.tree("impasto-run", Examples.run(Examples.recipe())));
  }

  @Test
  void aRecordWithoutACourseIsReadToo() throws Exception {
    RunRecord record = Examples.run(Examples.recipe());
    Path file = folder.resolve("x.json");
    String older = RunRecords.pretty(record).replaceFirst(",\\s*\"course\": \\[[^]]*\\]", "");
    RunRecord read = RunRecords.read(Files.writeString(file, older));
    assertThat(older).doesNotContain("course");
    assertThat(read.course()).isEmpty();
    assertThat(read.events()).isEqualTo(record.events());
  }

  @Test
  void aPointOfTheCourseStandsOnOneLine() {
    assertThat(RunRecords.pretty(Examples.run(Examples.recipe())))
        .contains("\n    { \"evaluations\": 201, \"loss\": 2.5 }\n");
  }

  @Test
  void bracketsInTextDoNotMisleadTheLayout() {
    Recipe recipe = Examples.recipe(Examples.startingFrom("a], [ {b"));
    assertThat(RecipeJson.parse("x", RecipeJson.pretty(recipe))).isEqualTo(recipe);
  }

  @Test
  void aRecipeCutOffAnywhereIsRefused() throws Exception {
    Path file = folder.resolve("cut.json");
    byte[] whole = RecipeJson.text(Examples.recipe()).getBytes(UTF_8);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertRefused(file);
    }
  }

  @Test
  void aRecordWithADamagedByteIsReadOrRefusedButNeverAnythingElse() throws Exception {
    Path file = folder.resolve("damaged.json");
    byte[] whole = RunRecords.pretty(Examples.run(Examples.recipe())).getBytes(UTF_8);
    for (int i = 0; i < whole.length; i += 3) {
      byte[] damaged = whole.clone();
      damaged[i] ^= (byte) (1 << (i % 8));
      Files.write(file, damaged);
      try {
        RunRecords.read(file);
      } catch (UnreadableRecordException e) {
        assertThat(e).hasMessageStartingWith(file + ": ");
        assertThat(e.getMessage()).doesNotContain("\n");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n",
        "null",
        "7",
        "[]",
        "{}",
        "\"text\"",
        "{\"kind\":null}",
        "{\"kind\":{}}",
        "{\"kind\":\"impasto-run\"}",
        "{\"kind\":\"impasto-run\",\"format\":1}",
        "{\"kind\":\"impasto-run\",\"format\":1e1000000000}",
        "{\"kind\":\"impasto-run\",\"format\":1,\"recipe\":null}",
        "{'kind':'impasto-run'}",
        "{\"kind\":\"impasto-run\",\"format\":1} {}",
        "<?xml version=\"1.0\"?>",
      })
  void whatIsNoRecordIsRefused(String text) throws Exception {
    assertRefused(Files.writeString(folder.resolve("x.json"), text));
  }

  @Test
  void aListWithNothingInItIsRefused() throws Exception {
    String text = RunRecords.pretty(Examples.run(Examples.recipe()));
    Path file = folder.resolve("x.json");
    for (String list : new String[] {"commandLine", "styles", "scales", "events", "iterations"}) {
      String holed = text.replaceFirst("(\"" + list + "\": \\[)", "$1null, ");
      assertThat(holed).isNotEqualTo(text);
      assertRefused(Files.writeString(file, holed));
    }
  }

  @Test
  void deepNestingIsRefused() throws Exception {
    String deep = "{\"x\":".repeat(100_000) + "1" + "}".repeat(100_000);
    assertRefused(Files.writeString(folder.resolve("x.json"), deep));
  }

  @Test
  void aHugeFileIsRefusedWithoutReadingItWhole() throws Exception {
    Path file = folder.resolve("x.json");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(1L << 33);
    }
    assertThatThrownBy(() -> RunRecords.read(file)).hasMessageContaining("no record is larger");
  }

  @Test
  void aMissingFileAndAFolderAreRefused() {
    assertThatThrownBy(() -> RunRecords.read(folder.resolve("missing.json")))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessageContaining("missing.json: no such file; check the path");
    assertThatThrownBy(() -> RunRecords.read(folder))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessageContaining("it is a folder");
  }

  @Test
  void aMessageCannotSteerTheTerminal() throws Exception {
    String text = RecipeJson.text(Examples.recipe()).replace("\"max\"", "\"\\u001b[31m\\nred\"");
    Path file = Files.writeString(folder.resolve("x.json"), text);
    assertThatThrownBy(() -> RunRecords.readRecipe(file))
        .hasMessageContaining("not '?[31m red'")
        .message()
        .doesNotContain("\u001b", "\n");
  }

  private static void assertRefused(Path file) {
    assertThatThrownBy(() -> RunRecords.readRecipe(file))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessageStartingWith(file + ": ")
        .message()
        .hasLineCount(1);
  }
}
