package impasto.config;

/**
 * Which network paints before the recipe's own: all scales but the finest, and that too if the own
 * one is to finish it ({@link LadderConfig#finish}).
 */
public enum CoarseNetwork {
  /** The own one: it paints everything. */
  SAME,
  /**
   * The built-in slim network, if the other is a whole VGG: it sees nearly the same and takes about
   * an eighth of the time.
   */
  BUILTIN
}
