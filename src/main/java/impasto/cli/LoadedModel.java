package impasto.cli;

import impasto.config.TransferConfig;
import impasto.models.ModelException;
import impasto.net.NetworkWeights;
import impasto.net.UnusableWeightsException;
import impasto.report.Weights;
import impasto.transfer.CoarseScales;
import java.nio.file.Path;

/**
 * A network and where it came from.
 *
 * @param weights the network
 * @param choice where it came from
 */
record LoadedModel(NetworkWeights weights, ModelChoice choice) {

  /** What messages call it: its file, or the built-in network's name. */
  Path place() {
    return choice.place();
  }

  /** What people call it: its name, or its file. */
  String label() {
    return choice.name().orElse(place().toString());
  }

  /**
   * The network up to the deepest layer of a recipe.
   *
   * @throws ModelException if it does not reach so far
   */
  NetworkWeights upTo(TransferConfig config) {
    try {
      return weights.upTo(config.objective().taps());
    } catch (UnusableWeightsException e) {
      throw new ModelException(place() + ": " + e.getMessage(), e);
    }
  }

  /** What the record of a run by a recipe says of it. */
  Weights origin(TransferConfig config) {
    return new Weights(
        choice.recorded(),
        choice.name(),
        choice.sha256(),
        weights.convention(),
        CoarseScales.sha256(config, weights));
  }
}
