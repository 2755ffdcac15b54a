package impasto.batch;

import java.util.List;

/**
 * A job that is to be painted.
 *
 * @param job the job
 * @param arguments the command line that paints it, after {@code impasto}
 */
public record Task(Job job, List<String> arguments) {

  /** Copies the list. */
  public Task {
    arguments = List.copyOf(arguments);
  }
}
