package impasto.report;

import java.time.Instant;
import java.util.List;

/**
 * What is told of a batch.
 *
 * @param title of the page
 * @param ended when the batch ended
 * @param wallSeconds how long it took, in seconds
 * @param command the arguments after {@code impasto} that started it
 * @param jobs in their order
 */
public record BatchReport(
    String title, Instant ended, double wallSeconds, List<String> command, List<JobReport> jobs) {

  /**
   * Copies the lists and checks the time.
   *
   * @throws IllegalArgumentException if it is out of its range
   */
  public BatchReport {
    Require.seconds("the time of a batch", wallSeconds);
    command = List.copyOf(command);
    jobs = List.copyOf(jobs);
  }
}
