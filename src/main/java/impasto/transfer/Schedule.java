package impasto.transfer;

import java.util.List;

/**
 * Divides the time of a run among its scales, in proportion to their planned work: the pixels of
 * all evaluations. So a run with too little time does less at every scale, and reaches the last.
 *
 * @param rungs the scales
 * @param timeLimit seconds of the whole run; 0 for no limit
 */
record Schedule(List<Plan.Rung> rungs, double timeLimit) {

  /** Planned evaluations of a scale. */
  int iterations(int index) {
    return rungs.get(index).iterations();
  }

  /**
   * When a scale should end.
   *
   * @param index the scale's number, from 0
   * @param iteration evaluations done there
   * @param now seconds of the run so far
   * @return seconds since the run's beginning; infinite if there is no limit
   */
  double endOf(int index, int iteration, double now) {
    if (timeLimit == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double here = work(rungs.get(index), iteration);
    double later =
        rungs.subList(index + 1, rungs.size()).stream().mapToDouble(rung -> work(rung, 0)).sum();
    return here + later == 0 ? now : now + Math.max(0, timeLimit - now) * here / (here + later);
  }

  private static double work(Plan.Rung rung, int done) {
    return rung.cost() * Math.max(0, rung.iterations() - done);
  }
}
