package impasto.batch;

import java.time.Instant;
import java.util.List;

/**
 * What a worker is asked to do, as a line of JSON on its standard input.
 *
 * @param output the result's path relative to the batch's folder, with slashes
 * @param arguments the command line that paints it, after {@code impasto}
 * @param redo whether a result that is there is painted again
 * @param overwrite whether a file is replaced that no record of ours describes
 * @param since what was painted after this time is not painted again whatever {@code redo} says
 * @param patient whether to wait if another process has the job
 */
public record WorkOrder(
    String output,
    List<String> arguments,
    Redo redo,
    boolean overwrite,
    Instant since,
    boolean patient) {

  /** Copies the list. */
  public WorkOrder {
    arguments = List.copyOf(arguments);
  }
}
