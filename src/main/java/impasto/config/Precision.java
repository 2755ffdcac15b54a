package impasto.config;

/** The arithmetic inside the network. Losses and optimisers always work on float32 or wider. */
public enum Precision {
  /** IEEE single precision. */
  FLOAT32,
  /**
   * IEEE single precision, with the convolutions of many channels by Winograd's minimal filtering:
   * two thirds of the time for rounding errors of some 1e-6 of a feature map.
   */
  WINOGRAD,
  /** Brain floating point: half the memory, and twice the speed on processors that have it. */
  BFLOAT16,
  /** IEEE double precision, for gradient checks; picture, losses and optimiser are double too. */
  FLOAT64
}
