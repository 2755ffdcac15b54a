package impasto.config;

/** What a convolution sees beyond the border of its input. */
public enum Padding {
  /** Zeros, as VGG was trained. */
  ZERO,
  /** The feature map mirrored at its border, without the border itself. */
  REFLECT,
  /** The border repeated. */
  REPLICATE
}
