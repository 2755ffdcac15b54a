package impasto.config;

/** How a pooling layer reduces each 2 x 2 block. */
public enum Pooling {
  /** The largest value, as VGG was trained. */
  MAX,
  /** The mean, which Gatys and others (CVPR 2016) found to paint slightly smoother pictures. */
  AVERAGE
}
