package impasto.config;

/**
 * How a network expects its input picture, a property of its weights.
 *
 * <p>The choice is never guessed: it comes from the weight file, from the hash of a known file, or
 * from the user.
 */
public enum InputConvention {
  /** RGB in 0..1, minus mean (.485, .456, .406), over deviation (.229, .224, .225). */
  TORCHVISION,
  /** BGR in 0..255, minus mean (103.939, 116.779, 123.68), no deviation. */
  CAFFE
}
