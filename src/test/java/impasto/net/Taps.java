package impasto.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import impasto.config.NetworkConfig;
import impasto.config.PixelRange;
import impasto.config.Precision;
import impasto.torch.TestEngine;
import impasto.torch.TorchRuntime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Computes taps of a picture fixture. */
final class Taps {
  private Taps() {}

  /** The values of each tap, channel by channel as in the fixtures, in the extractor's order. */
  static Map<String, double[]> of(
      TorchRuntime runtime,
      NetworkWeights weights,
      NetworkConfig config,
      PixelRange range,
      String picture,
      Collection<String> layers) {
    Map<String, double[]> taps = new LinkedHashMap<>();
    DataType type = config.precision() == Precision.FLOAT64 ? DataType.FLOAT64 : DataType.FLOAT32;
    try (FeatureExtractor extractor =
            new FeatureExtractor(runtime, weights, config, range, layers);
        NDManager scope = runtime.manager().newSubManager()) {
      NDArray x = Reference.tensor(scope, picture, range, type);
      for (FeatureMap map : extractor.extract(scope, x)) {
        taps.put(map.layer(), TestEngine.values(map.matrix().transpose()));
      }
    }
    return taps;
  }
}
