package impasto.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import impasto.config.Precision;
import impasto.models.SafetensorsWriter;
import impasto.models.WeightFiles;
import impasto.report.Recipe;
import impasto.report.RunRecords;
import impasto.torch.HostTensor;
import impasto.torch.StateDict;
import impasto.transfer.Checkpoint;
import impasto.transfer.CheckpointFile;
import impasto.transfer.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records to repeat or to show and checkpoints to resume from that cannot be used. */
class BadRecordsTest {
  private static final String QUICK =
      " -s 48 --scales 1 -n 2 --device cpu --precision float32 --threads 1 ";
  private static final String RESUME = Refusals.STYLIZE + " -o ./x.png --resume" + QUICK;

  @TempDir private static Path earlier;
  @TempDir private Path folder;
  private Refusals refusals;
  private String record;

  /** A small run that leaves a record. */
  @BeforeAll
  static void paint() throws Exception {
    Refusals.in(earlier);
    String command = Refusals.STYLIZE + QUICK + "-o ./painted.png -q";
    CommandRun run = CommandRun.in(earlier, (Object[]) command.split(" +"));
    assertThat(run.err()).isEmpty();
  }

  @BeforeEach
  void makeInputs() throws IOException {
    refusals = Refusals.in(folder);
    record = Files.readString(earlier.resolve("painted.json"));
    refusals.file("good.json", record.getBytes(UTF_8));
    refusals.file("text.json", "Not a record.".getBytes(UTF_8));
    refusals.file("empty.json", new byte[0]);
    refusals.file("cut.json", record.substring(0, record.length() / 2).getBytes(UTF_8));
    refusals.file("bytes.json", new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    refusals.file("other.json", "{\"kind\": \"census\", \"format\": 1}".getBytes(UTF_8));
    refusals.file("next.json", record.replace("\"format\": 1", "\"format\": 2").getBytes(UTF_8));
    byte[] painted = Files.readAllBytes(earlier.resolve("painted.png"));
    refusals.file("cut.png", Arrays.copyOf(painted, 300));
    Files.createDirectory(folder.resolve("folder.json"));
  }

  @ParameterizedTest(name = "--from {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "./missing.json | missing.json: no such file ... check the path",
        "./folder.json  | folder.json: it is a folder ... name a JSON file",
        "./text.json    | text.json: damaged or not JSON ... get a whole copy",
        "./empty.json   | empty.json: the record is empty",
        "./cut.json     | cut.json: damaged or not JSON ... get a whole copy",
        "./bytes.json   | bytes.json: damaged or no JSON (it is not UTF-8) ... get a whole copy",
        "./other.json   | other.json: kind is census, not impasto-run",
        "./next.json    | next.json: format is 2, and this version reads up to 1; use the version",
        "./nul.json     | nul.json: ... NUL",
        "./painted.png  | painted.png: ... JSON",
      })
  void aRecordThatCannotBeRepeated(String file, String words) throws Exception {
    refusals.file("painted.png", Files.readAllBytes(earlier.resolve("painted.png")));
    String nul = record.replace("/content.png", "/content\\u0000.png");
    refusals.file("nul.json", nul.getBytes(UTF_8));
    refusals.assertRefused(3, "stylize -o ./x.png --from " + file, words);
  }

  @Test
  void picturesOfARecordThatAreGone() throws Exception {
    String gone = record.replace("/style.png", "/gone.png");
    refusals.file("gone.json", gone.getBytes(UTF_8));
    refusals.assertRefused(
        3, "stylize -o ./x.png --from ./gone.json", "gone.png: no such file ... check the path");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "--size 64                              | leave out --size",
        "--style-weight 3 --seed 1              | leave out --style-weight, --seed",
        "--jpeg-quality 50                      | leave out --jpeg-quality",
        "--device cpu                           | leave out --device",
        "./content.png ./style.png ./style.png  | good.json tells of 1 styles, not 2",
        "./content.png                          | good.json tells of 1 styles, not 0",
        "--save-every -1                        | --save-every must be at least 0",
      })
  void whatCannotBeGivenBesideARecord(String options, String words) throws Exception {
    refusals.assertRefused(
        2, "stylize -o ./x.png --from ./good.json " + options, words + " ... --help)");
  }

  @ParameterizedTest(name = "show {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "./content.png     | content.png: holds no settings of Impasto; give a picture",
        "./vgg19.safetensors | vgg19.safetensors: not a picture in a supported format",
        "./cut.png         | cut.png: damaged or incomplete ... get a whole copy",
        "./missing.png     | missing.png: no such file; check the path",
        "./missing.json    | missing.json: no such file; check the path",
        "./cut.json        | cut.json: damaged or not JSON ... get a whole copy",
        "./next.json       | next.json: format is 2, and this version reads up to 1; use the version",
        "./folder.json     | folder.json: it is a folder; name a JSON file",
      })
  void whatTellsOfNoSettings(String file, String words) throws Exception {
    refusals.assertRefused(3, "show " + file, words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--style-weight 4 | it is of another run: ... --style-weight",
        "--seed 2         | it is of another run: ... --seed",
      })
  void aCheckpointOfOtherSettings(String options, String words) throws Exception {
    writeCheckpoint();
    assertCannotResume(options, words);
  }

  @Test
  void aCheckpointOfOtherInputs() throws Exception {
    writeCheckpoint();
    refusals.file("content.png", Files.readAllBytes(Reference.IMAGE));
    assertCannotResume("", "it is of another run: ... the photo");
  }

  @Test
  void aCheckpointThatIsCutOrNoneAtAll() throws Exception {
    Path file = writeCheckpoint();
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 5, 100, whole.length / 2, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertCannotResume("", "it is damaged");
    }
    Files.copy(Reference.MODEL, file, StandardCopyOption.REPLACE_EXISTING);
    assertCannotResume("", "it is no checkpoint that this version of Impasto can read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "note.started",
        "note.resumed",
        "note.recipe",
        "note.progress",
        "number.evaluations"
      })
  void aCheckpointWithoutItsStory(String note) throws Exception {
    Path file = writeCheckpoint();
    StateDict state = WeightFiles.read(file, name -> true);
    Map<String, String> metadata = new LinkedHashMap<>(state.metadata());
    assertThat(metadata.remove(note)).isNotNull();
    SafetensorsWriter.write(file, new StateDict(state.tensors(), metadata));
    refusals.assertRefused(3, RESUME, "x.checkpoint.safetensors: ");
  }

  private void assertCannotResume(String options, String words) throws IOException {
    refusals.assertRefused(
        3,
        RESUME + options,
        "cannot resume from ... x.checkpoint.safetensors: "
            + words
            + " ... remove it, or begin anew with --overwrite");
  }

  /** A checkpoint of the run, but for the optimiser's state. */
  private Path writeCheckpoint() throws IOException {
    Path file = folder.resolve("x.checkpoint.safetensors");
    Recipe recipe = RunRecords.readRecipe(earlier.resolve("painted.json"));
    HostTensor picture = new HostTensor(new int[] {1, 3, 36, 48}, new float[3 * 36 * 48]);
    Position position = new Position(0, 48, 36, 1, 1, 0, 1, Precision.FLOAT32, 0.5);
    Checkpoint checkpoint =
        new Checkpoint(position, Map.of("evaluations", 1.0), Map.of(), Map.of("x", () -> picture));
    CheckpointFile.write(file, checkpoint, Chronicle.begin(recipe, Instant.EPOCH).notes());
    return file;
  }
}
