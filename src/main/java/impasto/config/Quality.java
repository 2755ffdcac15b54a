package impasto.config;

import java.util.List;

/**
 * Time for looks: how many evaluations the preset {@link Preset#IMPASTO} spends at each scale. All
 * three paint in the same manner.
 */
public enum Quality {
  /** A look at what will come. */
  DRAFT(120, 80, 60, 40, 16, 10, 8),
  /** The default. */
  NORMAL(200, 150, 100, 70, 60, 50, 40, 30),
  /** As far as it pays. */
  FINE(400, 300, 200, 150, 150, 120, 100, 80);

  // An unmodifiable list of numbers.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Integer> iterations;

  Quality(Integer... iterations) {
    this.iterations = List.of(iterations);
  }

  /** Evaluations of the objective at each scale, from 128 pixels on in steps of the root of two. */
  public List<Integer> iterations() {
    return iterations;
  }
}
