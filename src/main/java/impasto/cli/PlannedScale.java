package impasto.cli;

/**
 * One scale that a run will go through.
 *
 * @param width of the picture at this scale, in pixels
 * @param height of the picture at this scale, in pixels
 * @param iterations evaluations of the objective
 */
record PlannedScale(int width, int height, int iterations) {

  /** Pixels of one evaluation: what its time is about proportional to. */
  long pixels() {
    return (long) width * height;
  }

  /** Pixels of all evaluations. */
  long work() {
    return pixels() * iterations;
  }
}
