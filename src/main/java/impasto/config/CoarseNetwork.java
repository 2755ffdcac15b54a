package impasto.config;

/**
 * Which network paints before the recipe's own: all scales but the finest, and that too if the own
 * one is to finish it ({@link LadderConfig#finish}).
 */
public enum CoarseNetwork {
  /** The own one: it paints everything. */
  SAME(1),
  /**
   * The built-in slim network, if the other is a whole VGG: it sees nearly the same and takes about
   * an eighth of the time.
   */
  BUILTIN(0.125),
  /**
   * The own one without the style layers that lie deeper than all content layers, if it has such:
   * with relu5_1 left out VGG19 does three quarters of its arithmetic, and a little more to look at
   * what it leaves out now and then.
   */
  SHALLOW(0.78);

  private final double cost;

  CoarseNetwork(double cost) {
    this.cost = cost;
  }

  /** What an evaluation takes, beside one of VGG19 at the same size. */
  public double cost() {
    return cost;
  }
}
