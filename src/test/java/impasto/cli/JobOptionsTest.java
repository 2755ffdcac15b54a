package impasto.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import impasto.batch.Job;
import impasto.batch.Source;
import impasto.config.Preset;
import impasto.config.TransferConfig;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.ParameterException;

class JobOptionsTest {
  private static final Path FOLDER = Path.of("my results");
  private static final Path ROWS = Path.of("/srv/my rows");

  private static final Path HERE = Path.of("").toAbsolutePath();

  @Test
  void aJobHasTheOptionsOfAllAndItsOwn() {
    JobOptions options =
        of("--style-weight", "5", "-s", "64", "-n", "20,10", "--content=a.png", "--redo=stale");

    assertThat(options.arguments(job("b/c d.png", "size", "32", Map.of("tv-weight", "2")), FOLDER))
        .containsExactly(
            "stylize",
            "--style-weight=5",
            "--size=32",
            "--iterations=20,10",
            "--tv-weight=2",
            "--output=" + HERE.resolve(FOLDER).resolve("b/c d.png"),
            "--",
            here("-my photo.png"),
            here("--a painting.png"),
            here("b.png"));
  }

  @Test
  void whatIsOfTheBatchOrOfSingleRunsIsNoOptionOfAJob() {
    JobOptions options =
        of(
            "--overwrite",
            "--quiet",
            "--stacktrace",
            "--workers=3",
            "--threads=2",
            "--name={index}.png");

    assertThat(options.arguments(job("a.png"), FOLDER))
        .containsExactly(
            "stylize",
            "--threads=2",
            "--output=" + HERE.resolve(FOLDER).resolve("a.png"),
            "--",
            here("-my photo.png"),
            here("--a painting.png"),
            here("b.png"));
    assertThat(options.base("threads")).contains("2");
    assertThat(options.base("overwrite")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true, true", "'', true", "false, false", "TRUE, true", "False, false"})
  void aFlagIsSetOrNot(String value, boolean set) {
    List<String> arguments = of().arguments(job("a.png", "strip", value, Map.of()), FOLDER);
    assertThat(of().order(arguments).request().output().strip()).isEqualTo(set);
    // That it was set for all is no reason against it.
    arguments = of("--strip").arguments(job("a.png", "strip", value, Map.of()), FOLDER);
    assertThat(of().order(arguments).request().output().strip()).isEqualTo(set);
  }

  @Test
  void aFlagOfAllIsSetInEachCommandLine() {
    assertThat(of("--strip").arguments(job("a.png"), FOLDER)).contains("--strip");
    assertThat(of("--strip=false").arguments(job("a.png"), FOLDER))
        .noneMatch(argument -> argument.startsWith("--strip"));
  }

  @Test
  void aFlagThatIsNeitherIsRefused() {
    List<String> arguments = of().arguments(job("a.png", "strip", "perhaps", Map.of()), FOLDER);
    assertThatThrownBy(() -> of().order(arguments))
        .isInstanceOf(ParameterException.class)
        .hasMessageContainingAll("--strip", "perhaps");
  }

  @Test
  void jobsHaveTheOptionsOfPicturesAndNotThoseOfTheMachine() {
    assertThat(of().settable())
        .contains("style-weight", "size", "seed", "model", "init", "strip", "preset")
        .doesNotContain("output", "device", "threads", "metrics", "plot", "from", "resume")
        .doesNotContain("overwrite", "help", "version", "quiet", "verbose", "stacktrace");
  }

  @Test
  void aJobAsksForWhatTheSameCommandWouldAskFor() {
    JobOptions options = of("--preset=gatys", "--size=64", "--model", Reference.MODEL.toString());
    Job job = job("a.png", "seed", "7", Map.of("style-blend", "1,2"));

    Order order = options.order(options.arguments(job, FOLDER));

    Order single =
        stylize(
            "--preset=gatys",
            "-s",
            "64",
            "--style-blend=1,2",
            "-m",
            Reference.MODEL.toString(),
            "-o",
            HERE.resolve(FOLDER).resolve("a.png").toString(),
            "--seed",
            "7",
            "--",
            here("-my photo.png"),
            here("--a painting.png"),
            here("b.png"));
    assertThat(order.request()).isEqualTo(single.request());
    assertThat(order.files()).isEqualTo(single.files());
    assertThat(order.keeping()).isEqualTo(single.keeping());
    assertThat(order.models().key()).isEqualTo(single.models().key());
  }

  @Test
  void aJobIsNotChangedByTheNextOne() {
    JobOptions options = of("--size=64");
    List<String> arguments =
        options.arguments(job("a.png", "model", "a.pth", Map.of("style-blend", "1,2")), FOLDER);
    Order first = options.order(arguments);
    Request before = options.order(arguments).request();

    Order next = options.order(options.arguments(job("b.png"), FOLDER));

    assertThat(first.request()).isEqualTo(before);
    assertThat(first.models().file()).contains(ROWS.resolve("a.pth"));
    assertThat(next.request().config().styleBlend()).isEmpty();
    assertThat(next.models().isGiven()).isFalse();
  }

  @Test
  void whatNoneOfWhoseOptionsAreGivenIsNotThatOfTheLastJob() {
    JobOptions reader = JobOptions.reader();
    reader.order(of().arguments(job("a.png", "preset", "gatys", Map.of("seed", "7")), FOLDER));

    TransferConfig config = reader.order(of().arguments(job("b.png"), FOLDER)).request().config();

    assertThat(config.objective()).isEqualTo(Preset.IMPASTO.config().objective());
    assertThat(config.seed()).isZero();
  }

  @Test
  void filesOfARowLieBesideItsFile() {
    assertThat(of().arguments(job("a.png", "model", "nets/a.pth", Map.of()), FOLDER))
        .contains("--model=" + ROWS.resolve("nets/a.pth"));
    assertThat(of().arguments(job("a.png", "init", "start.png", Map.of()), FOLDER))
        .contains("--init=" + ROWS.resolve("start.png"));
    assertThat(of().arguments(job("a.png", "init", "/tmp/start.png", Map.of()), FOLDER))
        .contains("--init=" + Path.of("/tmp/start.png"));
    assertThat(of().arguments(job("a.png", "model", "vgg19", Map.of()), FOLDER))
        .contains("--model=vgg19");
    assertThat(of().arguments(job("a.png", "init", "random", Map.of()), FOLDER))
        .contains("--init=random");
  }

  @Test
  void filesOfTheCommandLineAreNamedFromHere() {
    Map<String, String> axes = Map.of("init", "start.png");
    assertThat(of("--model=a.pth").arguments(job("a.png", "seed", "1", axes), FOLDER))
        .contains("--model=" + here("a.pth"), "--init=" + here("start.png"));
  }

  @Test
  void resultsAreNamedByTheValuesThatHold() {
    assertThat(of().effective(Map.of()))
        .containsEntry("size", "512")
        .containsEntry("seed", "0")
        .containsEntry("preset", "impasto");
    assertThat(of("--preset=gatys", "-s", "original", "--style-blend=1,2").effective(Map.of()))
        .containsEntry("size", "original")
        .containsEntry("preset", "gatys");
    assertThat(of("--seed=7", "--size=64").effective(Map.of("size", "32", "tv-weight", "0.5")))
        .containsEntry("size", "32")
        .containsEntry("seed", "7")
        .containsEntry("tv-weight", "0.5");
    assertThatThrownBy(() -> of().effective(Map.of("size", "large")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'large'");
  }

  private static String here(String file) {
    return HERE.resolve(file).toString();
  }

  private static JobOptions of(String... options) {
    return JobOptions.of(PlannedJobs.given(options), ROWS);
  }

  private static Job job(String output) {
    return job(output, Map.of(), Map.of());
  }

  /** A job whose row sets an option, and whose point of the grid sets others. */
  private static Job job(String output, String option, String value, Map<String, String> axes) {
    Map<String, String> settings = new LinkedHashMap<>(Map.of(option, value));
    settings.putAll(axes);
    return job(output, settings, axes);
  }

  private static Job job(String output, Map<String, String> settings, Map<String, String> axes) {
    Source photo = new Source(Path.of("-my photo.png"), "-my photo.png");
    Source painting = new Source(Path.of("--a painting.png"), "--a painting.png");
    Source another = new Source(Path.of("b.png"), "b.png");
    return new Job(1, photo, List.of(painting, another), output, settings, axes);
  }

  private static Order stylize(String... args) {
    StylizeCommand command = new StylizeCommand();
    CommandLines.of(command).parseArgs(args);
    return command.order();
  }
}
