package impasto.cli;

import impasto.net.NetworkWeights;
import impasto.report.Weights;
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

  /** What the record of a run says of it. */
  Weights origin() {
    return new Weights(choice.recorded(), choice.name(), choice.sha256(), weights.convention());
  }
}
