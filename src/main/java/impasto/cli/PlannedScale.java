package impasto.cli;

/**
 * One scale that a run will go through.
 *
 * @param cost of one evaluation, which its time is about proportional to
 * @param iterations evaluations of the objective
 */
record PlannedScale(double cost, int iterations) {

  /** The cost of all evaluations. */
  double work() {
    return cost * iterations;
  }
}
