package impasto.config;

/**
 * When a run ends before it has done all its iterations.
 *
 * @param tolerance a scale ends when the loss has fallen by less than this share of itself over a
 *     window; 0 for never
 * @param window evaluations that are looked at, at least 1
 * @param timeLimit seconds after which the run should have ended, with all its scales painted; 0
 *     for no limit
 */
public record StoppingConfig(double tolerance, int window, double timeLimit) {
  /** A run does all its iterations. */
  public static final StoppingConfig NEVER = new StoppingConfig(0, 20, 0);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public StoppingConfig {
    Checks.fraction("the tolerance", tolerance);
    Checks.atLeast("the window of the tolerance", 1, window);
    Checks.notNegative("the time limit", timeLimit);
  }

  /**
   * The same when some of the time is over.
   *
   * @param seconds that are over
   */
  public StoppingConfig after(double seconds) {
    // Not to 0, which is no limit.
    double left = timeLimit == 0 ? 0 : Math.max(1e-3, timeLimit - seconds);
    return new StoppingConfig(tolerance, window, left);
  }
}
