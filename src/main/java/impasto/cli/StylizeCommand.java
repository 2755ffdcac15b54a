package impasto.cli;

import impasto.config.EngineConfig;
import impasto.config.Precision;
import impasto.config.Start;
import impasto.config.TransferConfig;
import impasto.image.ImageCodec;
import impasto.image.Picture;
import impasto.net.NetworkWeights;
import impasto.torch.TorchRuntime;
import impasto.transfer.Stylizer;
import impasto.transfer.TransferInputs;
import impasto.transfer.TransferResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Paints one picture. */
@Command(
    name = "stylize",
    description = "Paint a photo in the manner of one or more paintings.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    customSynopsis = "impasto stylize [OPTIONS] CONTENT STYLE... -o FILE -m FILE",
    footer = {
      "",
      "Example:",
      "  impasto stylize photo.jpg waves.jpg -o painted.png -m vgg19.safetensors"
    })
final class StylizeCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(StylizeCommand.class);

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "CONTENT", description = "The photo.")
  private Path content;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "STYLE",
      description = "The painting; several are blended.")
  private List<Path> styles;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "The result, .png or .jpg.")
  private Path output;

  @Option(names = "--overwrite", description = "Replace an existing result.")
  private boolean overwrite;

  @Option(
      names = "--metrics",
      paramLabel = "FILE",
      description = "Write a line of JSON an iteration: where it stands, loss, terms, seconds.")
  private Path metrics;

  @Mixin private ModelOptions model = new ModelOptions();

  @ArgGroup(validate = false, heading = "%nWhat is minimised:%n")
  private ObjectiveOptions objective = new ObjectiveOptions();

  @ArgGroup(validate = false, heading = "%nHow it is painted:%n")
  private PaintingOptions painting = new PaintingOptions();

  @ArgGroup(validate = false, heading = "%nThe machine:%n")
  private EngineOptions engine = new EngineOptions();

  @Override
  public Integer call() {
    Precision unknownYet = Precision.FLOAT32;
    TransferConfig asked = Usage.checked(spec, () -> config(unknownYet));
    EngineConfig machine = Usage.checked(spec, engine::toConfig);
    Optional<MetricsFile> lines = Optional.ofNullable(metrics).map(MetricsFile::new);
    checkOutputs();
    Inputs inputs = Inputs.read(content, styles);
    Optional<Picture> start =
        asked.start() instanceof Start.FromFile file
            ? Optional.of(ImageCodec.read(file.file()))
            : Optional.empty();
    NetworkWeights weights = model.load();
    try (Interruption interruption = Interruption.listen();
        TorchRuntime runtime = TorchRuntime.start(machine)) {
      TransferConfig config = config(engine.precision(runtime));
      ProgressLog progress = new ProgressLog();
      TransferResult result =
          new Stylizer(runtime, weights, config)
              .run(
                  new TransferInputs(inputs.content(), inputs.styles(), start),
                  Optional.empty(),
                  (iteration, now) -> {
                    progress.iterated(iteration);
                    lines.ifPresent(file -> file.iterated(iteration));
                  },
                  interruption);
      Path file = result.complete() ? output : PartialName.of(output);
      ImageCodec.write(result.picture(), file, overwrite || !result.complete());
      LOG.info("{}: {} x {} pixels", file, result.picture().width(), result.picture().height());
    }
    return ExitCode.DONE.code();
  }

  private TransferConfig config(Precision precision) {
    TransferConfig config = painting.toConfig(objective.toConfig(precision));
    int shares = config.styleBlend().size();
    if (shares != 0 && shares != styles.size()) {
      throw new IllegalArgumentException(
          "--style-blend has %d shares for %d styles".formatted(shares, styles.size()));
    }
    return config;
  }

  private void checkOutputs() {
    ImageCodec.checkWritable(output);
    for (Path file : metrics == null ? List.of(output) : List.of(output, metrics)) {
      if (!overwrite && Files.exists(file)) {
        throw new OutputException(
            "cannot write "
                + file
                + ": it exists already; give another name, or --overwrite to replace it");
      }
    }
  }
}
