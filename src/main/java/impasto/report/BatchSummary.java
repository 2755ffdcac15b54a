package impasto.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import impasto.files.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a batch went, in numbers, for programs.
 *
 * @param version of Impasto
 * @param commandLine the arguments as given
 * @param started when the batch began
 * @param wallSeconds from the start of its process to its end
 * @param startUpSeconds from a worker's start until it could paint, of the first that could; empty
 *     if none was needed
 * @param jobSeconds that the jobs took which were painted, summed up
 * @param networkSeconds the part of it in the network, its Gram matrices and the losses
 * @param workers how many worked at a time
 * @param replacedWorkers how many died and were replaced
 * @param interrupted whether it was asked to end
 * @param jobs how many jobs there are in each state, by its word; left are those that the batch did
 *     not come to
 * @param failures the jobs that failed
 */
public record BatchSummary(
    String version,
    List<String> commandLine,
    Instant started,
    double wallSeconds,
    Optional<Double> startUpSeconds,
    double jobSeconds,
    double networkSeconds,
    int workers,
    int replacedWorkers,
    boolean interrupted,
    Map<String, Integer> jobs,
    List<Failure> failures) {
  private static final String KIND = "impasto-batch";

  /**
   * A job that failed.
   *
   * @param output the result's path relative to the batch's folder
   * @param content the photo
   * @param styles the paintings
   * @param reason in a sentence
   */
  public record Failure(String output, String content, List<String> styles, String reason) {

    /** Copies the list. */
    public Failure {
      styles = List.copyOf(styles);
    }
  }

  /**
   * Copies lists and map, in their order, and checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public BatchSummary {
    commandLine = List.copyOf(commandLine);
    jobs = Collections.unmodifiableMap(new LinkedHashMap<>(jobs));
    failures = List.copyOf(failures);
    Require.seconds("the time of a batch", wallSeconds);
    Require.seconds("the time of its jobs", jobSeconds);
    Require.seconds("the time in the network", networkSeconds);
  }

  /**
   * Writes it as JSON; the file appears whole or not at all, and replaces an earlier one.
   *
   * @param file where to
   * @throws IOException if it cannot be written
   */
  public void write(Path file) throws IOException {
    String text = PrettyJson.text(RecordJson.tree(KIND, this));
    AtomicFile.write(file, text.getBytes(UTF_8), true);
  }
}
