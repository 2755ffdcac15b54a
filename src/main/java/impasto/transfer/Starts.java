package impasto.transfer;

import impasto.config.Start;
import impasto.config.TransferConfig;
import impasto.image.Picture;
import impasto.net.NetworkWeights;
import java.util.Optional;
import java.util.SplittableRandom;

/** Makes the picture that the first scale starts from. */
final class Starts {
  /** Standard deviation of the noise, in units of white, as in neural-style. */
  private static final double NOISE = 0.001 / 255;

  private Starts() {}

  static Picture of(
      TransferConfig config, NetworkWeights weights, Scale first, Optional<Picture> given) {
    if (config.start() instanceof Start.Noise) {
      return noise(first.content(), weights.meanColor(), config.seed());
    }
    return config.start() instanceof Start.FromFile ? given.orElseThrow() : first.content();
  }

  private static Picture noise(Picture size, float[] mean, long seed) {
    float[] values = new float[size.rgb().length];
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (mean[i / (values.length / 3)] + NOISE * random.nextGaussian());
    }
    return new Picture(size.width(), size.height(), values);
  }
}
