package impasto.config;

/** Which network paints the scales before the finest. */
public enum CoarseNetwork {
  /** The one that paints the finest. */
  SAME,
  /**
   * The built-in slim network, if the other is a whole VGG: it sees nearly the same and takes about
   * an eighth of the time.
   */
  BUILTIN
}
