package impasto.net;

import impasto.config.NetworkConfig;
import impasto.config.Padding;
import impasto.config.Pooling;
import impasto.config.Precision;
import java.util.Collection;
import java.util.List;

/**
 * The memory that a network holds between its forward and its backward run.
 *
 * @param kept bytes of feature maps, padded copies and pooling indices that the way back needs
 * @param taps bytes of the taps, which leave the network in float32 whatever runs inside
 */
public record Activations(double kept, double taps) {
  private static final int INDEX_BYTES = 8;
  private static final int TAP_BYTES = 4;

  /**
   * Adds up the layers.
   *
   * @param weights the network, up to the deepest tap
   * @param taps the layers whose outputs are wanted
   * @param config pooling, padding and precision
   * @param pixels of the picture
   */
  public static Activations of(
      NetworkWeights weights, Collection<String> taps, NetworkConfig config, double pixels) {
    List<Integer> widths = weights.widths();
    int bytes = bytes(config.precision());
    double positions = pixels;
    int channels = 3;
    int convolution = 0;
    double kept = positions * channels * bytes;
    double tapped = 0;
    for (Layer layer : weights.network().layers()) {
      if (layer instanceof Layer.Convolution) {
        if (config.padding() != Padding.ZERO) {
          kept += positions * channels * bytes;
        }
        channels = widths.get(convolution++);
        kept += positions * channels * bytes;
      } else if (layer instanceof Layer.Pool) {
        positions /= 4;
        kept += positions * channels * bytes;
        if (config.pooling() == Pooling.MAX) {
          kept += positions * channels * INDEX_BYTES;
        }
      }
      // A rectifier takes the place of what it rectifies.
      if (taps.contains(layer.name())) {
        tapped += positions * channels * TAP_BYTES;
      }
    }
    return new Activations(kept, tapped);
  }

  private static int bytes(Precision precision) {
    return switch (precision) {
      case BFLOAT16 -> 2;
      case FLOAT32, WINOGRAD -> 4;
      case FLOAT64 -> 8;
    };
  }
}
