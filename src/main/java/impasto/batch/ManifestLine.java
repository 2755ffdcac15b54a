package impasto.batch;

import impasto.report.JobState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of a job, as a line of the manifest.
 *
 * @param time when that was
 * @param job its id
 * @param state what became of it
 * @param output the result's path relative to the folder
 * @param content the photo's path
 * @param styles the paintings' paths
 * @param started when the run began that painted the result; there if it is done
 * @param seconds that the run took
 * @param loss the lowest of the last scale
 * @param reason why it failed, or was left as it is
 */
public record ManifestLine(
    Instant time,
    String job,
    JobState state,
    String output,
    String content,
    List<String> styles,
    Optional<Instant> started,
    Optional<Double> seconds,
    Optional<Double> loss,
    Optional<String> reason) {

  /** Copies the list. */
  public ManifestLine {
    styles = List.copyOf(styles);
  }

  /** Tells a picture that was painted from every other. */
  String painting() {
    return started.map(Instant::toString).orElse("") + " " + output;
  }
}
