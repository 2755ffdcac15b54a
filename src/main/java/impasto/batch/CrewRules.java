package impasto.batch;

import java.time.Instant;

/**
 * How a crew works.
 *
 * @param workers how many there are at a time, at least 1
 * @param retries how often a job is tried again whose worker died or whose computation failed
 * @param failFast whether nothing new is begun after a failure
 * @param redo which results that are there are painted again
 * @param overwrite whether files are replaced that no record of ours describes
 * @param since when the batch began
 */
public record CrewRules(
    int workers, int retries, boolean failFast, Redo redo, boolean overwrite, Instant since) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public CrewRules {
    if (workers < 1) {
      throw new IllegalArgumentException("there must be at least 1 worker, not " + workers);
    }
    if (retries < 0) {
      throw new IllegalArgumentException("retries must be at least 0, not " + retries);
    }
  }
}
