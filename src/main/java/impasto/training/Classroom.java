package impasto.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import impasto.config.NetworkConfig;
import impasto.config.PixelRange;
import impasto.image.Picture;
import impasto.net.FeatureExtractor;
import impasto.net.FeatureMap;
import impasto.net.Layer;
import impasto.net.NetworkWeights;
import impasto.torch.TorchRuntime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Where batches of crops come from, and what networks see in them. */
final class Classroom {
  private final TorchRuntime runtime;
  private final NetworkConfig network;
  private final Crops crops;
  private final int side;
  private final int count;

  /**
   * @param runtime the engine
   * @param network how networks run
   * @param side of a crop in pixels
   * @param count crops in a batch
   */
  Classroom(TorchRuntime runtime, NetworkConfig network, int side, int count) {
    this.runtime = runtime;
    this.network = network;
    this.crops = new Crops(side);
    this.side = side;
    this.count = count;
  }

  /**
   * A batch of crops, B x 3 x side x side in 0..1 (and a little beyond).
   *
   * @param owner the manager to which it is attached
   * @param pictures gives a picture for each crop
   * @param random draws the lots
   */
  NDArray batch(NDManager owner, Supplier<Picture> pictures, SplittableRandom random) {
    float[] values = new float[count * 3 * side * side];
    for (int i = 0; i < count; i++) {
      crops.varied(pictures.get(), random, values, i * 3 * side * side);
    }
    // create() looks into Java's memory.
    try (NDArray view = owner.create(values, new Shape(count, 3, side, side))) {
      return view.duplicate();
    }
  }

  /** A network on the device, to be looked at through some layers. */
  FeatureExtractor extractor(NetworkWeights weights, List<String> taps) {
    return new FeatureExtractor(runtime, weights, network, PixelRange.UNIT, taps);
  }

  /**
   * The moments of every rectifier of a network, over some batches.
   *
   * @param weights the network
   * @param pictures gives a picture for each crop
   * @param random draws the lots
   * @param batches how many
   * @return by the layer's name
   */
  Map<String, Moments> moments(
      NetworkWeights weights, Supplier<Picture> pictures, SplittableRandom random, int batches) {
    Map<String, Moments> moments = new LinkedHashMap<>();
    try (FeatureExtractor extractor = extractor(weights, rectifiers(weights))) {
      for (int i = 0; i < batches; i++) {
        try (NDManager scope = runtime.manager().newSubManager()) {
          for (FeatureMap map : extractor.extract(scope, batch(scope, pictures, random))) {
            moments
                .computeIfAbsent(map.layer(), layer -> new Moments((int) map.channels()))
                .add(map);
          }
        }
      }
    }
    return moments;
  }

  private static List<String> rectifiers(NetworkWeights weights) {
    List<String> names = new ArrayList<>();
    for (Layer layer : weights.network().layers()) {
      if (layer instanceof Layer.Relu) {
        names.add(layer.name());
      }
    }
    return names;
  }
}
