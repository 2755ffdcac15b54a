package impasto.config;

import java.util.List;

/**
 * Time for looks: how many evaluations the preset {@link Preset#IMPASTO} spends at each scale. All
 * three paint in the same manner.
 */
public enum Quality {
  // First the finishing evaluations, then those at each scale.
  /** A look at what will come. */
  DRAFT(6, 30, 20, 13, 8, 5),
  /** The default. */
  NORMAL(15, 60, 40, 30, 15, 10),
  /** As far as it pays. */
  FINE(60, 120, 80, 60, 30, 20);

  private final int finish;

  // An unmodifiable list of numbers.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Integer> iterations;

  Quality(int finish, Integer... iterations) {
    this.finish = finish;
    this.iterations = List.of(iterations);
  }

  /**
   * Evaluations of the objective at each scale, from 128 pixels on, each about twice the one
   * before.
   */
  public List<Integer> iterations() {
    return iterations;
  }

  /** Evaluations of the recipe's own network at the end of the finest scale. */
  public int finish() {
    return finish;
  }
}
