package impasto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import impasto.models.WeightFiles;
import impasto.torch.StateDict;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The teacher is the slim VGG19. */
class ModelsTrainCommandTest {
  private static final String WIDTHS = "2,2,2,2,2,2,2,2,2,2,2,2,2";
  private static final String TRAIN =
      "models train -m ./vgg19.safetensors --device cpu --threads 1 --precision float32 --widths "
          + WIDTHS;

  @TempDir private Path folder;
  private Refusals refusals;

  @BeforeEach
  void makeInputs() throws IOException {
    refusals = Refusals.in(folder);
    Files.createDirectory(folder.resolve("empty"));
    Files.createDirectory(folder.resolve("photos"));
    Files.copy(Reference.CONTENT, folder.resolve("photos/a.png"));
    Files.copy(Reference.STYLE, folder.resolve("photos/b.png"));
    Files.writeString(folder.resolve("there.safetensors"), "precious");
    Files.writeString(folder.resolve("begun.training.safetensors"), "precious");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "2 | --images ./photos                                    | --output",
        "2 | -o ./x.safetensors                                   | --images",
        "2 | --images ./photos -o ./x.safetensors --widths 4,4    | 2 widths for a teacher of 13",
        "2 | --images ./photos -o ./x.safetensors --widths 9"
            + ",2,2,2,2,2,2,2,2,2,2,2,2 | convolution 1 has 4 channels in the teacher",
        "2 | --images ./photos -o ./x.safetensors --steps 0       | steps must be at least 1",
        "2 | --images ./photos -o ./x.safetensors --crop-size 8   | side of a crop ... at least 16",
        "2 | --images ./photos -o ./x.safetensors --painted 2     | share of painted crops",
        "3 | --images ./none -o ./x.safetensors                   | none ... name a folder",
        "3 | --images ./empty -o ./x.safetensors                  | empty ... no picture in it",
        "4 | --images ./photos -o ./x.safetensors -m ./there.safetensors | there.safetensors",
        "6 | --images ./photos -o ./x.pth                         | end the name in .safetensors",
        "6 | --images ./photos -o ./none/x.safetensors            | none does not exist",
        "6 | --images ./photos -o ./there.safetensors             | exists already ... --overwrite",
        "6 | --images ./photos -o ./begun.safetensors             | unfinished ... --resume",
        "6 | --images ./photos -o ./vgg19.safetensors --overwrite | it is one of the inputs",
        "3 | --images ./photos -o ./begun.safetensors --resume    | begun.training.safetensors",
        "2 | --images ./photos -o ./x.safetensors --crop-size 9999 --crops 999 | are too many",
      })
  void whatCannotBeIsRefusedBeforeAnyWork(int code, String options, String words)
      throws IOException {
    String train = options.contains("--widths") ? TRAIN.replace("--widths " + WIDTHS, "") : TRAIN;
    train = options.contains("-m ") ? train.replace("-m ./vgg19.safetensors", "") : train;
    refusals.assertRefused(code, train + " " + options, words);
  }

  @Test
  void theTeacherMustBeNamed() throws IOException {
    refusals.assertRefused(
        2,
        TRAIN.replace("-m ./vgg19.safetensors", "") + " --images ./photos -o ./x.safetensors",
        "-m TEACHER is missing");
  }

  @Test
  void aNetworkIsTrainedAndPaints() throws Exception {
    CommandRun run = train("--steps", 2);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains("training on 2 pictures", "step 2 of 2: unexplained relu1_1 0.");
    Path file = folder.resolve("net.safetensors");
    StateDict network = WeightFiles.read(file, name -> true);
    assertThat(network.metadata())
        .containsEntry("impasto.input", "torchvision")
        .containsEntry("impasto.teacher", "vgg19.safetensors")
        .containsEntry("impasto.pictures", "2")
        .containsKeys("impasto.version", "impasto.date", "impasto.unexplained")
        .hasEntrySatisfying(
            "impasto.command",
            command ->
                // Without the folder that it was given.
                assertThat(command)
                    .startsWith("impasto models train -m vgg19.safetensors --dev")
                    .contains(" --images photos -o net.safetensors ")
                    .doesNotContain(folder.toString()));
    assertThat(folder.resolve("net.training.safetensors")).doesNotExist();
    CommandRun painted =
        CommandRun.in(
            folder,
            "stylize",
            "content.png",
            "style.png",
            "-m=net.safetensors",
            "-o=x.png",
            "-s=48",
            "-n=2");
    assertThat(painted.exitCode()).as(painted.err()).isZero();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Java cannot send a signal there")
  void anInterruptedTrainingGoesOn() throws Exception {
    Process process = start("--steps", 100_000);
    try (BufferedReader lines = process.errorReader()) {
      // The first judgement comes before the first step.
      awaitLine(lines, ".*step 0 of .*");
      new ProcessBuilder("kill", "-TERM", Long.toString(process.pid())).start().waitFor();
      awaitLine(lines, ".*--resume goes on.*");
    }
    assertThat(process.waitFor()).isEqualTo(143);
    assertThat(folder.resolve("net.safetensors")).doesNotExist();
    CommandRun other = train("--steps", 50, "--resume");
    assertThat(other.exitCode()).isEqualTo(3);
    assertThat(other.err()).contains("of another training");

    Path checkpoint = folder.resolve("net.training.safetensors");
    String done = WeightFiles.read(checkpoint, name -> true).metadata().get("training.step");
    Process resumed = start("--steps", 100_000, "--resume");
    try (BufferedReader lines = resumed.errorReader()) {
      awaitLine(lines, ".*step " + done + " of .*unexplained.*");
    } finally {
      resumed.destroyForcibly();
    }
  }

  private static void awaitLine(BufferedReader lines, String pattern) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.matches(pattern)) {
      line = lines.readLine();
    }
    assertThat(line).as("a line like " + pattern).isNotNull();
  }

  private CommandRun train(Object... more) throws IOException, InterruptedException {
    return CommandRun.in(folder, command(more));
  }

  private Process start(Object... more) throws IOException {
    return CommandRun.start(folder, command(more));
  }

  private Object[] command(Object... more) {
    String[] words =
        (TRAIN.replace("./", "")
                + " --images "
                + folder.resolve("photos")
                + " -o net.safetensors --crops 2 --crop-size 32 --painted 0")
            .split(" ");
    Object[] all = Arrays.copyOf(words, words.length + more.length, Object[].class);
    System.arraycopy(more, 0, all, words.length, more.length);
    return all;
  }
}
