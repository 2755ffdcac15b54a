package impasto.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import impasto.net.Layer;
import impasto.net.Network;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Brings a picture's visibility to the geometry of the layers that look at it. */
final class TapWeights {
  private TapWeights() {}

  /**
   * The visibility at each tap: a position of a deeper layer is as visible as the pixels that the
   * poolings before it take together, on average.
   *
   * @param owner the manager that keeps the weights
   * @param network whose poolings halve the map, dropping an odd last row or column
   * @param taps the layers that are wanted
   * @param visibility H x W, from 0 to 1
   * @return the weights by the layer's name
   */
  static Map<String, PositionWeights> of(
      NDManager owner, Network network, Collection<String> taps, NDArray visibility) {
    Map<String, PositionWeights> weights = new LinkedHashMap<>();
    try (NDManager scope = owner.newSubManager()) {
      // A copy, since a column is a view of its map.
      NDArray map = visibility.duplicate();
      map.attach(scope);
      for (Layer layer : network.layers()) {
        if (layer instanceof Layer.Pool) {
          map = halved(map);
        }
        if (taps.contains(layer.name())) {
          NDArray column = map.reshape(-1, 1);
          column.attach(owner);
          weights.put(layer.name(), PositionWeights.of(column));
        }
      }
    }
    return weights;
  }

  private static NDArray halved(NDArray map) {
    long height = map.getShape().get(0) / 2;
    long width = map.getShape().get(1) / 2;
    return map.get(new NDIndex(":{}, :{}", 2 * height, 2 * width))
        .reshape(new Shape(height, 2, width, 2))
        .mean(new int[] {3})
        .mean(new int[] {1});
  }
}
