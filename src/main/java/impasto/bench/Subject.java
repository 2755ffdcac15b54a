package impasto.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import impasto.config.NetworkConfig;
import impasto.config.Precision;
import impasto.config.TransferConfig;
import impasto.loss.PictureObjective;
import impasto.loss.Targets;
import impasto.net.FeatureExtractor;
import impasto.net.FeatureMap;
import impasto.net.NetworkWeights;
import impasto.optim.Optimizer;
import impasto.optim.OptimizerState;
import impasto.optim.Optimizers;
import impasto.torch.Recording;
import impasto.torch.TorchRuntime;
import java.util.ArrayList;
import java.util.List;

/** A recipe at one size in one precision, in pieces that can be timed. */
final class Subject implements AutoCloseable {
  private final NDManager manager;
  private final FeatureExtractor extractor;
  private final PictureObjective objective;
  private final Optimizer optimizer;
  private final List<FeatureMap> maps = new ArrayList<>();
  private final List<NDArray> gradients = new ArrayList<>();
  private OptimizerState state;

  Subject(
      TorchRuntime runtime,
      NetworkWeights weights,
      TransferConfig recipe,
      int size,
      Precision precision) {
    manager = runtime.manager().newSubManager();
    NetworkConfig network =
        new NetworkConfig(recipe.network().pooling(), recipe.network().padding(), precision);
    extractor =
        new FeatureExtractor(
            runtime, weights, network, recipe.objective().range(), recipe.objective().taps());
    Shape shape = new Shape(1, 3, size, size);
    float white = recipe.objective().range().white();
    try (NDManager scope = manager.newSubManager()) {
      NDArray content = scope.randomUniform(0, white, shape);
      NDArray style = scope.randomUniform(0, white, shape);
      objective =
          new Targets(extractor, recipe.objective(), manager)
              .objective(content, List.of(style), List.of(1.0));
    }
    NDArray picture = manager.randomUniform(0, white, shape);
    optimizer = Optimizers.of(manager, recipe.optimizer(), recipe.objective().range());
    state = OptimizerState.at(picture);
    for (FeatureMap features : extractor.extract(manager, picture)) {
      maps.add(features);
      gradients.add(features.own(features.matrix().mul(1e-3)));
    }
  }

  /** The network's arithmetic forward and back, in operations. */
  double operations() {
    long size = state.x().getShape().get(2);
    NetworkWeights weights = extractor.weights();
    return weights.network().operations(weights.widths(), (int) size, (int) size);
  }

  /** A whole iteration. */
  void iterate() {
    OptimizerState next = optimizer.step(state, objective);
    state.release(next);
    state = next;
  }

  /** The network alone, forward and back to the picture. */
  void network() {
    try (Recording recording = extractor.record(state.x());
        NDArray gradient = recording.pullback(manager, gradients);
        NDArray sum = gradient.sum()) {
      sum.getFloat();
    }
  }

  /** The matrix products of the style losses: F F^T, and back. */
  void gram() {
    for (FeatureMap features : maps) {
      try (NDArray moments = features.secondMoments();
          NDArray mean = features.mean()) {
        features.affine(moments, mean).close();
      }
    }
    // A number read waits for a device that works on its own.
    try (NDArray sum = state.x().sum()) {
      sum.getFloat();
    }
  }

  @Override
  public void close() {
    optimizer.close();
    extractor.close();
    manager.close();
  }
}
