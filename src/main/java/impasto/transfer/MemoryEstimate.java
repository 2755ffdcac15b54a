package impasto.transfer;

import impasto.config.CoarseNetwork;
import impasto.config.OptimizerConfig;
import impasto.config.OptimizerConfig.Adam;
import impasto.config.OptimizerConfig.Lbfgs;
import impasto.config.Precision;
import impasto.config.TransferConfig;
import impasto.image.Size;
import impasto.net.Activations;
import impasto.net.NetworkWeights;
import java.util.OptionalInt;

/**
 * The most memory that a run will take, from what it must hold: the network's feature maps, the
 * optimiser's history, the weights and the pictures. The factors are fitted to measurements of
 * VGG19 and of a slim one; the README has the table.
 *
 * @param config the recipe
 * @param weights the network, up to the deepest tap
 * @param inputPixels of all the files that are read
 * @param freedIsKept as {@link impasto.torch.FreedMemory} tells
 */
public record MemoryEstimate(
    TransferConfig config, NetworkWeights weights, long inputPixels, boolean freedIsKept) {
  private static final double MEGABYTE = 1 << 20;

  /** The JVM and the engine before anything is loaded, in megabytes. */
  private static final double BASE = 245;

  private static final double PICTURE_BYTES = 3 * 4;

  /**
   * Pictures besides: point, gradient, best, steps in the making, content and styles at this size.
   */
  private static final int OTHER_PICTURES = 24;

  /**
   * The memory at the peak of a scale.
   *
   * @param size of the picture there
   * @return megabytes of 2^20 bytes
   */
  public double megabytes(Size size) {
    boolean halves = config.network().precision() == Precision.BFLOAT16;
    Activations activations =
        Activations.of(
            weights, config.objective().taps(), config.network(), (double) size.pixels());
    double bytes =
        // Much of the work of bfloat16 convolutions is done in float32.
        activations.kept() * (halves ? 1.50 : freedIsKept ? 1.70 : 0.92)
            // The taps and the gradients at them.
            + activations.taps() * 2
            + (history() + OTHER_PICTURES) * PICTURE_BYTES * size.pixels()
            + weightBytes() * copies(config.network().precision())
            + PICTURE_BYTES * inputPixels;
    return BASE + bytes / MEGABYTE;
  }

  /**
   * The longest side that fits.
   *
   * @param size the size that was asked for, whose aspect is kept
   * @param megabytes what there is
   * @return its longer side; empty if even a tiny picture does not fit
   */
  public OptionalInt longestSide(Size size, double megabytes) {
    int fits = 0;
    int tooLong = size.longerSide() + 1;
    while (tooLong - fits > 1) {
      int middle = (fits + tooLong) >>> 1;
      if (megabytes(size.fitted(middle)) <= megabytes) {
        fits = middle;
      } else {
        tooLong = middle;
      }
    }
    return fits == 0 ? OptionalInt.empty() : OptionalInt.of(fits);
  }

  /**
   * What a checkpoint takes on disk at most.
   *
   * @param size of the picture
   * @return bytes
   */
  public long checkpointBytes(Size size) {
    return (long) ((history() + 6) * PICTURE_BYTES * size.pixels()) + (1 << 16);
  }

  private int history() {
    OptimizerConfig optimizer = config.optimizer();
    // Each remembered step is two pictures; Adam has two means, and may average its points.
    if (optimizer instanceof Lbfgs lbfgs) {
      return 2 * lbfgs.historySize();
    }
    return optimizer instanceof Adam adam && adam.averaging() > 0 ? 3 : 2;
  }

  private double weightBytes() {
    double values = values(weights);
    if (CoarseScales.network(config, weights) == CoarseNetwork.SHALLOW) {
      values += values(weights.upTo(CoarseScales.shallow(config).objective().taps()));
    }
    return 4 * values;
  }

  /** How many times the weights are there in float32, on their way to the engine and in it. */
  private static double copies(Precision precision) {
    return switch (precision) {
      case BFLOAT16 -> 1.5;
      case FLOAT32, FLOAT64 -> 4;
      // 36 numbers for 9, as if every kernel were changed; the few that are not are small.
      case WINOGRAD -> 7;
    };
  }

  private static double values(NetworkWeights network) {
    return network.kernels().stream().mapToDouble(kernel -> kernel.values().length).sum();
  }
}
