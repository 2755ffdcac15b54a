package impasto.cli;

import impasto.cli.Keeping.Resumption;
import impasto.config.EngineConfig;
import impasto.config.TransferConfig;
import impasto.report.Recipe;
import impasto.report.RunRecords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Paints one picture. */
@Command(
    name = "stylize",
    description = "Paint a photo in the manner of one or more paintings.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    customSynopsis = {
      "impasto stylize [OPTIONS] CONTENT STYLE... -o FILE",
      "       impasto stylize --from RECORD [CONTENT STYLE...] -o FILE"
    },
    footer = {
      "",
      "Beside the picture NAME.png stands NAME.json, the record of the run. Ctrl-C saves what there",
      "is as NAME.partial.png, and a checkpoint to --resume from.",
      "",
      "Example:",
      "  impasto stylize photo.jpg waves.jpg -o painted.png"
    })
final class StylizeCommand implements Callable<Integer> {
  /** What may be given beside {@code --from}, as it changes nothing of the picture. */
  private static final Set<String> BESIDE_FROM = new HashSet<>(FileOptions.HARMLESS);

  static {
    BESIDE_FROM.addAll(
        List.of(
            "--from",
            "--output",
            "--resume",
            "--metrics",
            "--plot",
            "--model",
            "--input-convention",
            "--quiet",
            "--verbose",
            "--stacktrace"));
  }

  @Spec private CommandSpec spec;

  @Parameters(index = "0", arity = "0..1", paramLabel = "CONTENT", description = "The photo.")
  private Path content;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "STYLE",
      description = "The painting; several are blended.")
  private List<Path> styles = List.of();

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "The result: .png, .jpg or .tif.")
  private Path output;

  @Option(
      names = "--from",
      paramLabel = "RECORD",
      description =
          "Repeat the run whose record (NAME.json) this is; CONTENT and STYLE only if the files "
              + "have moved.")
  private Path from;

  @Option(
      names = "--resume",
      description =
          "Go on from the checkpoint to the same result; from the beginning if there is none.")
  private boolean resume;

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description = "Draw the loss and its terms into a PNG at the end.")
  private Path plot;

  @Option(
      names = "--metrics",
      paramLabel = "FILE",
      description = "Write a line of JSON an iteration: where it stands, loss, terms, seconds.")
  private Path metrics;

  @Mixin private PictureOptions picture = new PictureOptions();

  @Override
  public Integer call() {
    List<String> commandLine = new ArrayList<>(spec.commandLine().getParseResult().originalArgs());
    StylizeRun.read(order(), Supplies.fresh(), commandLine).paintAlone();
    return ExitCode.DONE.code();
  }

  /**
   * The run that the options tell.
   *
   * @throws ParameterException if they do not fit together
   */
  Order order() {
    Keeping keeping =
        Usage.checked(
            spec, () -> picture.files().toKeeping(resume ? Resumption.WANTED : Resumption.NONE));
    Request request = from == null ? asked() : repeated();
    OutputFiles written =
        new OutputFiles(
            output,
            Optional.ofNullable(metrics),
            Optional.ofNullable(plot),
            keeping.saveEvery() > 0);
    return new Order(request, written, keeping, picture.model().copy());
  }

  private Request asked() {
    if (content == null || styles.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          content == null ? "CONTENT and STYLE are missing" : "STYLE is missing");
    }
    return Usage.checked(
        spec,
        () -> {
          TransferConfig config = picture.toConfig();
          checkShares(config);
          EngineConfig machine = picture.engine().toConfig();
          return new Request(
              content,
              styles,
              config,
              picture.engine().precision(),
              machine,
              picture.files().toSettings(),
              Optional.empty(),
              Optional.empty());
        });
  }

  private Request repeated() {
    List<String> given =
        spec.commandLine().getParseResult().matchedOptions().stream()
            .map(option -> option.longestName())
            .filter(name -> !BESIDE_FROM.contains(name))
            .toList();
    if (!given.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "--from repeats a run as it was; leave out " + String.join(", ", given));
    }
    Usage.checked(spec, picture.files()::toSettings);
    Recipe recipe = RunRecords.readRecipe(from);
    picture.model().otherwise(recipe.weights());
    Request again = Request.again(recipe, from);
    if (content == null) {
      return again;
    }
    if (styles.size() != recipe.styles().size()) {
      throw new ParameterException(
          spec.commandLine(),
          "%s tells of %d styles, not %d".formatted(from, recipe.styles().size(), styles.size()));
    }
    return again.from(content, styles);
  }

  private void checkShares(TransferConfig config) {
    int shares = config.styleBlend().size();
    if (shares != 0 && shares != styles.size()) {
      throw new IllegalArgumentException(
          "--style-blend has %d shares for %d styles".formatted(shares, styles.size()));
    }
  }
}
