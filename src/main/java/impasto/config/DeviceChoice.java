package impasto.config;

/**
 * Where tensors live.
 *
 * @param kind the kind of device
 * @param index the number of the CUDA device, from 0; 0 for the others
 */
public record DeviceChoice(Kind kind, int index) {

  /** The kinds of device. */
  public enum Kind {
    /** CUDA if the engine at hand can use it, else the CPU; which one is logged. */
    AUTO,
    /** The processor. */
    CPU,
    /** An NVIDIA GPU; an error if the engine at hand cannot use it. */
    CUDA
  }

  /**
   * Checks the index.
   *
   * @throws IllegalArgumentException if the index is negative
   */
  public DeviceChoice {
    if (index < 0) {
      throw new IllegalArgumentException("negative device index " + index);
    }
  }
}
