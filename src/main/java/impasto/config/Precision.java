package impasto.config;

/** The number format inside the network. Losses and optimisers always work on float32 or wider. */
public enum Precision {
  /** IEEE single precision. */
  FLOAT32,
  /** Brain floating point: half the memory, and twice the speed on processors that have it. */
  BFLOAT16,
  /** IEEE double precision, for gradient checks; picture, losses and optimiser are double too. */
  FLOAT64
}
