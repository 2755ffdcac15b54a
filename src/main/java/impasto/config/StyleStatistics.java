package impasto.config;

/** What of a painting's feature maps a picture is held to. */
public enum StyleStatistics {
  /** The Gram matrix F F^T / (C * N) (Gatys and others 2016). */
  GRAM,
  /**
   * Mean and covariance apart. The Gram matrix holds both in one sum, in which a large mean drowns
   * the covariance, and a wrong mean can be made up for by a wrong contrast (Risser, Wilmot and
   * Barnes, <i>Stable and Controllable Neural Texture Synthesis and Style Transfer Using Histogram
   * Losses</i>, 2017).
   */
  COVARIANCE
}
