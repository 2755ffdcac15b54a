package impasto.report;

/**
 * A point of the course of the loss, as a run record keeps it.
 *
 * @param evaluations the number of the evaluation in the whole run, from 1
 * @param loss the objective, finite
 */
public record CoursePoint(int evaluations, double loss) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public CoursePoint {
    Require.atLeast("the number of an evaluation", 1, evaluations);
    if (!Double.isFinite(loss)) {
      throw new IllegalArgumentException("the loss must be finite, not " + loss);
    }
  }
}
