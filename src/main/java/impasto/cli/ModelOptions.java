package impasto.cli;

import impasto.config.InputConvention;
import impasto.models.InputConventions;
import impasto.models.ModelException;
import impasto.models.WeightFiles;
import impasto.net.Network;
import impasto.net.NetworkWeights;
import impasto.net.UnusableWeightsException;
import impasto.torch.StateDict;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The feature network; a mixin, because picocli does not check required options in groups. */
final class ModelOptions {
  @Option(
      names = {"-m", "--model"},
      required = true,
      paramLabel = "FILE",
      description = "Weights of VGG19 or VGG16: a safetensors, pth or npz file.")
  private Path model;

  @Option(
      names = "--input-convention",
      paramLabel = "C",
      description = "What the weights expect, for a file that does not say: torchvision or caffe.")
  private InputConvention convention;

  /**
   * Loads the network.
   *
   * @throws ModelException if the file cannot be used
   */
  NetworkWeights load() {
    StateDict state = WeightFiles.read(model, Network::isParameter);
    try {
      // Whether these are weights we know comes before what they expect.
      InputConvention input = InputConventions.of(model, state, Optional.ofNullable(convention));
      return NetworkWeights.of(state, input);
    } catch (UnusableWeightsException e) {
      throw new ModelException(model + ": " + e.getMessage(), e);
    }
  }
}
