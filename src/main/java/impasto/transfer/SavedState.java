package impasto.transfer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import impasto.config.PixelRange;
import impasto.config.StoppingConfig;
import impasto.image.Picture;
import impasto.optim.OptimizerState;
import impasto.torch.HostTensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Moves a scale's state between the device and a checkpoint. */
final class SavedState {
  private static final String BEST = "best";
  private static final String LOWEST = "watchdog.lowest";
  private static final String FIRST = "watchdog.first";
  private static final String COMPLAINTS = "watchdog.complaints";
  private static final String REFERENCE = "convergence.reference";
  private static final String SINCE = "convergence.since";

  private final Checkpoint checkpoint;
  private final PixelRange range;

  SavedState(Checkpoint checkpoint, PixelRange range) {
    this.checkpoint = checkpoint;
    this.range = range;
  }

  /** What there is to keep; the tensors are fetched when they are asked for. */
  static Checkpoint checkpoint(
      Position position,
      OptimizerState state,
      Best best,
      Watchdog watchdog,
      Convergence convergence) {
    Map<String, Double> numbers = new LinkedHashMap<>(state.numbers());
    numbers.put(FIRST, watchdog.first());
    numbers.put(COMPLAINTS, (double) watchdog.complaints());
    numbers.put(REFERENCE, convergence.reference());
    numbers.put(SINCE, (double) convergence.since());
    Map<String, Supplier<HostTensor>> tensors = new LinkedHashMap<>();
    state.tensors().forEach((name, tensor) -> tensors.put(name, () -> fetch(tensor)));
    best.x()
        .ifPresent(
            x -> {
              numbers.put(LOWEST, best.value());
              tensors.put(BEST, () -> fetch(x));
            });
    return new Checkpoint(position, numbers, state.terms(), tensors);
  }

  /** The optimiser's state, on the device. */
  OptimizerState state(NDManager manager) {
    Map<String, NDArray> tensors = new LinkedHashMap<>();
    for (String name : checkpoint.tensors().keySet()) {
      if (!name.equals(BEST)) {
        tensors.put(name, onDevice(manager, name));
      }
    }
    Map<String, Double> numbers = new LinkedHashMap<>(checkpoint.numbers());
    numbers
        .keySet()
        .removeIf(name -> name.startsWith("watchdog.") || name.startsWith("convergence."));
    return new OptimizerState(tensors, numbers, checkpoint.terms());
  }

  /** The best picture, on the device. */
  Best best(NDManager manager) {
    return checkpoint.tensors().containsKey(BEST)
        ? new Best(checkpoint.numbers().get(LOWEST), onDevice(manager, BEST))
        : new Best();
  }

  double firstLoss() {
    return checkpoint.numbers().getOrDefault(FIRST, Double.NaN);
  }

  int complaints() {
    return checkpoint.numbers().getOrDefault(COMPLAINTS, 0.0).intValue();
  }

  Convergence convergence(StoppingConfig rule) {
    return new Convergence(
        rule,
        checkpoint.numbers().getOrDefault(REFERENCE, Double.NaN),
        checkpoint.numbers().getOrDefault(SINCE, 0.0).intValue());
  }

  /** The optimiser's point: where the scale starts, as long as there is no best picture. */
  Picture picture() {
    float[] values = checkpoint.tensors().get("x").get().values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] /= range.white();
    }
    return new Picture(checkpoint.position().width(), checkpoint.position().height(), values);
  }

  private NDArray onDevice(NDManager manager, String name) {
    HostTensor tensor = checkpoint.tensors().get(name).get();
    Shape shape = new Shape(1, 3, checkpoint.position().height(), checkpoint.position().width());
    // create() looks into Java's memory: what outlives this method must be a copy.
    try (NDArray view = manager.create(tensor.values(), shape)) {
      return view.duplicate();
    }
  }

  private static HostTensor fetch(NDArray tensor) {
    long[] shape = tensor.getShape().getShape();
    return new HostTensor(new int[] {1, 3, (int) shape[2], (int) shape[3]}, tensor.toFloatArray());
  }
}
