package impasto.cli;

import impasto.compare.Measurement;
import impasto.compare.Measurements;
import impasto.compare.Result.Kind;
import impasto.compare.Result.State;
import impasto.compare.Trial;
import impasto.files.Digests;
import impasto.report.RunRecords;
import impasto.report.UnreadableRecordException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has pictures of a comparison painted, each by a process of its own, and measures that. */
final class TrialPainter {
  private static final Logger LOG = LoggerFactory.getLogger(TrialPainter.class);

  private final Measurements measurements;
  private final boolean overwrite;
  private final OwnProcess process;
  private final BooleanSupplier stop;

  /**
   * @param measurements takes what was measured
   * @param overwrite whether files are replaced that are none of ours
   * @param process paints
   * @param stop whether the comparison is to end
   */
  TrialPainter(
      Measurements measurements, boolean overwrite, OwnProcess process, BooleanSupplier stop) {
    this.measurements = measurements;
    this.overwrite = overwrite;
    this.process = process;
    this.stop = stop;
  }

  /**
   * Paints a picture.
   *
   * @param trial the picture
   * @param job the same as a job
   * @return why it is not there; empty if it is
   * @throws InterruptedException if the thread is interrupted
   */
  Optional<State> paint(Trial trial, PlannedJob job) throws InterruptedException {
    try {
      OutputFiles files = job.order().files();
      Optional<String> obstacle = overwrite ? Optional.empty() : obstacle(files);
      if (obstacle.isPresent()) {
        return failed(obstacle.get());
      }
      Files.createDirectories(files.picture().getParent());
      OwnProcess.Ended ended = process.run(arguments(job), stop);
      if (ended.exitCode() != 0) {
        return brokeOff(files, ended);
      }
      String hash = RunRecords.read(files.record()).sha256().orElseThrow();
      measurements.add(new Measurement(trial.output(), hash, ended.seconds(), Optional.empty()));
      LOG.info("{} in {}", trial.output(), ProgressText.duration(ended.seconds()));
      return Optional.empty();
    } catch (IOException | UnreadableRecordException e) {
      return failed(CommandLines.words(new OutputException(e.toString(), e)));
    }
  }

  /** The metrics of a run, beside its picture. */
  static Path metrics(OutputFiles files) {
    String name = files.record().getFileName().toString();
    return files.record().resolveSibling(name.replaceFirst("\\.json$", ".jsonl"));
  }

  /**
   * What differs from what its record tells, by which a picture is known to be as we painted it.
   */
  static boolean isTouched(OutputFiles files) throws IOException {
    if (!Files.exists(files.picture()) || !Files.exists(files.record())) {
      return false;
    }
    Optional<String> hash = RunRecords.read(files.record()).sha256();
    return hash.isPresent() && !hash.get().equals(Digests.sha256(files.picture()));
  }

  private static Optional<String> obstacle(OutputFiles files) throws IOException {
    if (isTouched(files)) {
      return Optional.of(
          files.picture()
              + " was changed after it was painted; move it away, or replace it with --overwrite");
    }
    Path metrics = metrics(files);
    return Files.exists(metrics, LinkOption.NOFOLLOW_LINKS) && !MetricsFile.isOurs(metrics)
        ? Optional.of(metrics + " holds no metrics; move it away, or replace it with --overwrite")
        : Optional.empty();
  }

  private static List<String> arguments(PlannedJob job) {
    List<String> arguments = new ArrayList<>(job.task().arguments());
    // After the command's name.
    arguments.addAll(
        1, List.of("--metrics=" + metrics(job.order().files()), "--overwrite", "--quiet"));
    return arguments;
  }

  private Optional<State> brokeOff(OutputFiles files, OwnProcess.Ended ended) throws IOException {
    if (stop.getAsBoolean()) {
      // It is painted from the beginning next time.
      Files.deleteIfExists(files.partial());
      return Optional.of(left());
    }
    return failed(ended.complaint().orElse("its process ended with exit code " + ended.exitCode()));
  }

  /** How a trial stands that was not come to. */
  static State left() {
    return new State(Kind.LEFT, "the comparison was ended before");
  }

  private static Optional<State> failed(String reason) {
    return Optional.of(new State(Kind.FAILED, reason));
  }
}
