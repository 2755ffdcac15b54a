package impasto.cli;

import com.google.gson.JsonObject;
import impasto.config.EngineConfig;
import impasto.config.Precision;
import impasto.config.TransferConfig;
import impasto.image.ImageCodec;
import impasto.image.Picture;
import impasto.net.NetworkWeights;
import impasto.torch.TorchRuntime;
import impasto.transfer.Score;
import impasto.transfer.Scorer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells the loss terms of a picture. */
@Command(
    name = "score",
    description = {
      "Print the loss terms of any picture under a preset's objective, without optimising.",
      "The photo is resized to the picture, the painting to its longer side."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    customSynopsis = "impasto score [OPTIONS] CONTENT STYLE IMAGE",
    footer = {"", "Example:", "  impasto score photo.jpg waves.jpg painted.png"})
final class ScoreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "CONTENT", description = "The photo.")
  private Path content;

  @Parameters(index = "1", paramLabel = "STYLE", description = "The painting.")
  private Path style;

  @Parameters(index = "2", paramLabel = "IMAGE", description = "The picture to judge.")
  private Path image;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Mixin private ModelOptions model = new ModelOptions();

  @ArgGroup(validate = false, heading = "%nThe objective:%n")
  private ObjectiveOptions objective = new ObjectiveOptions();

  @ArgGroup(validate = false, heading = "%nThe machine:%n")
  private EngineOptions engine = new EngineOptions();

  @Override
  public Integer call() {
    Usage.checked(spec, () -> objective.toConfig(Precision.FLOAT32));
    EngineConfig machine = Usage.checked(spec, engine::toConfig);
    Inputs inputs = Inputs.read(content, List.of(style));
    Picture picture = ImageCodec.read(image);
    NetworkWeights weights = model.load().weights();
    try (TorchRuntime runtime = TorchRuntime.start(machine)) {
      TransferConfig config = objective.toConfig(engine.precision(runtime));
      print(Scorer.score(runtime, weights, config, inputs.content(), inputs.styles(), picture));
    }
    return ExitCode.DONE.code();
  }

  private void print(Score score) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      JsonObject object = new JsonObject();
      object.addProperty("width", score.width());
      object.addProperty("height", score.height());
      object.add("loss", Json.number(score.loss()));
      object.add("terms", Json.numbers(score.terms()));
      out.println(Json.PRETTY.toJson(object));
    } else {
      score.terms().forEach((name, value) -> out.printf(Locale.ROOT, "%-20s %.6g%n", name, value));
      out.printf(Locale.ROOT, "%-20s %.6g%n", "loss", score.loss());
    }
    out.flush();
  }
}
