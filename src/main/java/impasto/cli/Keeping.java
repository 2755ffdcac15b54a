package impasto.cli;

/**
 * How a run treats what lies in its place, and what it keeps while it goes on.
 *
 * @param overwrite whether existing results are replaced
 * @param resumption whether an earlier run is gone on with
 * @param saveEvery evaluations between pictures in between; 0 for none
 * @param checkpointEvery the least time between two checkpoints, in seconds; 0 keeps none
 * @param force whether to run even if the memory is estimated not to suffice
 */
record Keeping(
    boolean overwrite,
    Resumption resumption,
    int saveEvery,
    double checkpointEvery,
    boolean force) {

  /** Whether an earlier run is gone on with. */
  enum Resumption {
    /** No. */
    NONE,
    /** From its checkpoint, which must be of this run. */
    WANTED,
    /** From its checkpoint, if that is of this run; else this run begins anew. */
    IF_IT_FITS
  }

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  Keeping {
    if (saveEvery < 0) {
      throw new IllegalArgumentException("--save-every must be at least 0, not " + saveEvery);
    }
    if (!(checkpointEvery >= 0 && Double.isFinite(checkpointEvery))) {
      throw new IllegalArgumentException(
          "--checkpoint-every must be at least 0, not " + checkpointEvery);
    }
  }

  /** Whether an earlier run is gone on with if there is one. */
  boolean resumes() {
    return resumption != Resumption.NONE;
  }

  /** The same for a job of a batch, whose place was looked at already. */
  Keeping inBatch() {
    return new Keeping(true, Resumption.IF_IT_FITS, saveEvery, checkpointEvery, force);
  }
}
