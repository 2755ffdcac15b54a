package impasto.transfer;

import impasto.config.Precision;
import impasto.config.TransferConfig;
import impasto.net.NetworkWeights;
import impasto.torch.Objective;
import impasto.torch.TorchRuntime;
import java.util.function.UnaryOperator;

/** What all scales of a run paint with: the network in its present precision. */
final class Easel implements AutoCloseable {
  private final TorchRuntime runtime;
  private final NetworkWeights weights;
  private final UnaryOperator<Objective> instrument;
  private TransferConfig config;
  private ScaledObjective objective;

  /**
   * @param runtime the engine
   * @param weights the network
   * @param config the recipe, in the precision to begin with
   * @param instrument wraps each scale's objective; tests inject faults by it
   */
  Easel(
      TorchRuntime runtime,
      NetworkWeights weights,
      TransferConfig config,
      UnaryOperator<Objective> instrument) {
    this.runtime = runtime;
    this.weights = weights;
    this.config = config;
    this.instrument = instrument;
    objective = new ScaledObjective(runtime, weights, config);
  }

  TorchRuntime runtime() {
    return runtime;
  }

  /** The recipe in the present precision. */
  TransferConfig config() {
    return config;
  }

  ScaledObjective objective() {
    return objective;
  }

  /** An objective as it is to be evaluated. */
  Objective instrumented(Objective made) {
    return instrument.apply(made);
  }

  /** Brings the network to the device anew, in float32. */
  void fallBackToFloat32() {
    objective.close();
    config = config.withPrecision(Precision.FLOAT32);
    objective = new ScaledObjective(runtime, weights, config);
  }

  @Override
  public void close() {
    objective.close();
  }
}
