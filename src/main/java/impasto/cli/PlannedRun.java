package impasto.cli;

import java.util.List;

/**
 * What a run will go through.
 *
 * @param scales all of them, the coarsest first
 * @param timeLimit seconds after which it will end; 0 for no limit
 */
record PlannedRun(List<PlannedScale> scales, double timeLimit) {

  /** Copies the list. */
  PlannedRun {
    scales = List.copyOf(scales);
  }

  /** The cost of all evaluations. */
  double work() {
    return scales.stream().mapToDouble(PlannedScale::work).sum();
  }
}
