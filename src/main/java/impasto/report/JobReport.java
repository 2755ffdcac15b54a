package impasto.report;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is told of a job of a batch.
 *
 * @param state how it stands
 * @param picture the file of its result, absolute; need not exist
 * @param output the result's path relative to the folder of the page, with slashes; its title too
 * @param content the photo, absolute
 * @param styles the paintings, absolute
 * @param axes for each option that the batch sweeps over this job's value, in the sweep's order;
 *     empty without a sweep
 * @param record of the run that painted the picture
 * @param reason why the job failed, was skipped or is stale
 * @param command the arguments after {@code impasto} that paint it again
 */
public record JobReport(
    JobState state,
    Path picture,
    String output,
    Path content,
    List<Path> styles,
    Map<String, String> axes,
    Optional<RunRecord> record,
    Optional<String> reason,
    List<String> command) {

  /** Copies lists and map, in their order. */
  public JobReport {
    styles = List.copyOf(styles);
    axes = Collections.unmodifiableMap(new LinkedHashMap<>(axes));
    command = List.copyOf(command);
  }
}
