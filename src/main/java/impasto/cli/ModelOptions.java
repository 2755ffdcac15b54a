package impasto.cli;

import impasto.config.InputConvention;
import impasto.models.InputConventions;
import impasto.models.InstalledModel;
import impasto.models.InstalledModels;
import impasto.models.ModelException;
import impasto.models.Sha256;
import impasto.models.WeightFiles;
import impasto.net.Network;
import impasto.net.NetworkWeights;
import impasto.net.UnusableWeightsException;
import impasto.report.Weights;
import impasto.torch.StateDict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** The feature network. */
final class ModelOptions {
  @Option(
      names = {"-m", "--model"},
      paramLabel = "MODEL",
      description = {
        "VGG19 or VGG16: the name of an installed model, or a safetensors, pth or npz file.",
        "Default: vgg19, or another installed model ('impasto models')."
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
  NetworkWeights load() {
    ModelChoice choice = choose();
    return network(choice, read(choice), () -> sha256(choice));
  }

  /**
   * Loads the network and tells where it came from. A file given by its path is hashed for that,
   * which takes about a second for 80 MB; an installed model was hashed when it was installed.
   *
   * @throws ModelException if there is none or it cannot be used
   */
  LoadedModel loadForRecord() {
    ModelChoice choice = choose();
    // Reading comes first, since it says best why a file cannot be used.
    StateDict state = read(choice);
    String sha256 = sha256(choice);
    NetworkWeights weights = network(choice, state, () -> sha256);
    return new LoadedModel(
        weights, choice.file(), choice.installed().map(InstalledModel::name), sha256);
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

  /** The weight file, if one is named by its path. */
  Optional<Path> file() {
    return Optional.ofNullable(model).filter(path -> !InstalledModels.isName(path.toString()));
  }

  private ModelChoice choose() {
    return ModelChoice.of(model == null ? null : model.toString(), InstalledModels.ofUser());
  }

  private static String sha256(ModelChoice choice) {
    return choice.installed().map(InstalledModel::sha256).orElseGet(() -> Sha256.of(choice.file()));
  }

  private static StateDict read(ModelChoice choice) {
    return WeightFiles.read(choice.file(), Network::isParameter);
  }

  private NetworkWeights network(ModelChoice choice, StateDict state, Supplier<String> sha256) {
    try {
      // Whether these are weights we know comes before what they expect.
      InputConvention input =
          InputConventions.of(choice.file(), state, Optional.ofNullable(convention), sha256);
      return NetworkWeights.of(state, input);
    } catch (UnusableWeightsException e) {
      throw new ModelException(choice.file() + ": " + e.getMessage(), e);
    }
  }
}
