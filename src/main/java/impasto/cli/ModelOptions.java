package impasto.cli;

import impasto.config.InputConvention;
import impasto.models.InputConventions;
import impasto.models.InstalledModels;
import impasto.models.ModelException;
import impasto.net.NetworkWeights;
import impasto.net.UnusableWeightsException;
import impasto.report.Weights;
import impasto.torch.StateDict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The feature network. */
final class ModelOptions {
  @Option(
      names = {"-m", "--model"},
      paramLabel = "MODEL",
      description = {
        "builtin, the name of an installed model, or a safetensors, pth or npz file of VGG19 or "
            + "VGG16. Default: vgg19 or another installed model ('impasto models'), else builtin."
      })
  // A path even where it is a name: shells then complete files.
  private Path model;

  @Option(
      names = "--input-convention",
      paramLabel = "C",
      completionCandidates = Candidates.Conventions.class,
      description = "What the weights expect, for a file that does not say: torchvision or caffe.")
  private InputConvention convention;

  /**
   * Loads the network.
   *
   * @throws ModelException if there is none or it cannot be used
   */
  LoadedModel load() {
    ModelChoice choice =
        ModelChoice.of(model == null ? null : model.toString(), InstalledModels.ofUser());
    // Reading comes first, since it says best why a file cannot be used.
    StateDict state = choice.read();
    try {
      // Whether these are weights we know comes before what they expect.
      InputConvention input =
          InputConventions.of(
              choice.place(), state, Optional.ofNullable(convention), choice::sha256);
      return new LoadedModel(NetworkWeights.of(state, input), choice);
    } catch (UnusableWeightsException e) {
      throw new ModelException(choice.place() + ": " + e.getMessage(), e);
    }
  }

  /**
   * Takes the network of an earlier run, if no other is asked for: the same file, or the installed
   * model of its name if that has moved.
   */
  void otherwise(Weights weights) {
    if (model == null) {
      boolean moved = !Files.exists(Path.of(weights.path()));
      model = Path.of(moved ? weights.name().orElse(weights.path()) : weights.path());
      convention = weights.input();
    }
  }

  /** The options that name another model, with the same input convention. */
  ModelOptions naming(Path another) {
    ModelOptions options = new ModelOptions();
    options.model = another;
    options.convention = convention;
    return options;
  }

  /** The same options in another object: the command line's are set anew by each parsing. */
  ModelOptions copy() {
    return naming(model);
  }

  /** What the choice of the network depends on. */
  record Key(Optional<Path> model, Optional<InputConvention> convention) {}

  /** What the choice of the network depends on, to be compared. */
  Key key() {
    return new Key(Optional.ofNullable(model), Optional.ofNullable(convention));
  }

  /** Whether a model is named. */
  boolean isGiven() {
    return model != null;
  }

  /** The weight file, if one is named by its path. */
  Optional<Path> file() {
    return Optional.ofNullable(model).filter(path -> !InstalledModels.isName(path.toString()));
  }
}
