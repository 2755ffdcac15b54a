package impasto.config;

/**
 * How the tensor engine runs; nothing here changes what is computed.
 *
 * @param device where tensors live
 * @param threads threads of the engine, at least 1
 */
public record EngineConfig(DeviceChoice device, int threads) {

  /**
   * Checks the number of threads.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public EngineConfig {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, not " + threads);
    }
  }
}
