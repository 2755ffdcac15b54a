package impasto.report;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A recipe and how the run went, as it is kept beside the picture.
 *
 * @param recipe what was asked for, with absolute paths
 * @param output where the picture was written, an absolute path
 * @param sha256 the SHA-256 of the picture's file, 64 hexadecimal digits in lower case; empty in
 *     records of older versions
 * @param commandLine the arguments as given
 * @param started when the run began
 * @param machine where it ran
 * @param seconds by phase: read, start, paint, write, total; and network, the part of paint that
 *     was spent in the network, its Gram matrices and the losses
 * @param scales how each scale went, coarse to fine
 * @param peakMemoryMb the most resident memory in megabytes (of 2^20 bytes), where the system tells
 * @param resumed how often the run was resumed
 * @param events what happened besides, a line each, such as restarts by the watchdog
 * @param course of the loss, as {@link Course} thins it out; empty in records of older versions
 */
public record RunRecord(
    Recipe recipe,
    String output,
    Optional<String> sha256,
    List<String> commandLine,
    Instant started,
    Machine machine,
    Map<String, Double> seconds,
    List<ScaleRecord> scales,
    Optional<Double> peakMemoryMb,
    int resumed,
    List<String> events,
    Optional<List<CoursePoint>> course) {

  /**
   * Copies lists and map, in their order, and checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public RunRecord {
    commandLine = List.copyOf(commandLine);
    seconds = Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
    scales = List.copyOf(scales);
    events = List.copyOf(events);
    course = course.map(List::copyOf);
    Require.notBlank("the output", output);
    sha256.ifPresent(Require::sha256);
    seconds.forEach((phase, time) -> Require.seconds("the time of " + phase, time));
    Require.atLeast("the number of resumptions", 0, resumed);
  }
}
