package impasto.config;

/**
 * What of the photo's colours is kept (Gatys and others, <i>Controlling Perceptual Factors in
 * Neural Style Transfer</i>, CVPR 2017, section 5).
 */
public enum OriginalColors {
  /** Nothing: the colours are the painting's. */
  NONE,
  /** The painted picture gives the luminance, the photo the chroma. */
  LUMINANCE,
  /** The painting's colours are matched to the photo's, in mean and covariance, before painting. */
  MATCH
}
