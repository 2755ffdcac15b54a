package impasto.cli;

import impasto.batch.CrewListener;
import impasto.batch.Job;
import impasto.batch.Manifest;
import impasto.batch.ManifestLine;
import impasto.batch.Task;
import impasto.report.JobState;
import impasto.report.Printable;
import impasto.report.RunRecord;
import impasto.report.RunRecords;
import impasto.report.UnreadableRecordException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what becomes of each job: in the manifest, on the display and for the report. */
final class BatchLedger implements CrewListener {
  private static final Logger LOG = LoggerFactory.getLogger(BatchLedger.class);

  private final Manifest manifest;
  private final BatchProgress progress;
  private final Map<Job, PlannedJob> planned = new HashMap<>();
  private final Map<Job, Outcome> outcomes = new HashMap<>();
  private final List<RunRecord> painted = new ArrayList<>();

  /**
   * @param manifest of the folder
   * @param progress shows it
   * @param jobs all jobs of this process
   */
  BatchLedger(Manifest manifest, BatchProgress progress, List<PlannedJob> jobs) {
    this.manifest = manifest;
    this.progress = progress;
    jobs.forEach(job -> planned.put(job.task().job(), job));
  }

  /**
   * What became of a job.
   *
   * @param state how it stands
   * @param record of its picture's run, if there is a picture of ours
   * @param reason why it failed or is stale
   */
  record Outcome(JobState state, Optional<RunRecord> record, Optional<String> reason) {}

  /**
   * Writes down what is clear before anything is painted.
   *
   * @throws OutputException if the manifest cannot be written
   */
  void settled(List<PlannedJob> jobs) {
    List<ManifestLine> lines = new ArrayList<>();
    for (PlannedJob job : jobs) {
      Optional<RunRecord> record = job.verdict().standing();
      if (job.verdict() instanceof Verdict.Skip) {
        // Another process may have been killed before it could tell that it had painted it.
        lines.add(LedgerLine.of(job, JobState.DONE, record, Optional.empty()));
        lines.add(LedgerLine.of(job, JobState.SKIPPED, record, Optional.empty()));
        outcomes.put(key(job), new Outcome(JobState.SKIPPED, record, Optional.empty()));
      } else if (job.verdict() instanceof Verdict.Stale stale) {
        lines.add(LedgerLine.of(job, JobState.STALE, record, Optional.of(stale.reason())));
        outcomes.put(key(job), new Outcome(JobState.STALE, record, Optional.of(stale.reason())));
      } else if (job.verdict() instanceof Verdict.Impossible impossible) {
        Optional<String> reason = Optional.of(impossible.reason());
        lines.add(LedgerLine.of(job, JobState.FAILED, Optional.empty(), reason));
        outcomes.put(key(job), new Outcome(JobState.FAILED, Optional.empty(), reason));
        LOG.warn("{}", failure(job, impossible.reason()));
      }
    }
    write(lines);
  }

  /** What became of a job; it is left if nothing did. */
  Outcome outcome(PlannedJob job) {
    return outcomes.getOrDefault(
        key(job), new Outcome(JobState.LEFT, job.verdict().standing(), Optional.empty()));
  }

  /** Whether a job has failed. */
  boolean hasFailures() {
    return outcomes.values().stream().anyMatch(outcome -> outcome.state() == JobState.FAILED);
  }

  /** The records of the pictures that were painted. */
  List<RunRecord> painted() {
    return List.copyOf(painted);
  }

  @Override
  public void begun(Task task) {
    progress.begun(of(task));
  }

  @Override
  public void progressed(Task task, double share) {
    progress.progressed(of(task), share);
  }

  @Override
  public void painted(Task task) {
    PlannedJob job = of(task);
    try {
      RunRecord record = RunRecords.read(job.order().files().record());
      painted.add(record);
      double seconds = record.seconds().getOrDefault("total", 0.0);
      ended(job, JobState.DONE, Optional.of(record), Optional.empty());
      progress.finished(job, Optional.of(record), "%s, %.1f s".formatted(name(job), seconds));
    } catch (UnreadableRecordException e) {
      failed(task, "its record went away: " + e.getMessage());
    }
  }

  @Override
  public void found(Task task) {
    PlannedJob job = of(task);
    try {
      Optional<RunRecord> record = Optional.of(RunRecords.read(job.order().files().record()));
      write(List.of(LedgerLine.of(job, JobState.DONE, record, Optional.empty())));
      ended(job, JobState.SKIPPED, record, Optional.empty());
      progress.finished(job, Optional.empty(), name(job) + " was painted meanwhile");
    } catch (UnreadableRecordException e) {
      failed(task, "its record went away: " + e.getMessage());
    }
  }

  @Override
  public void stale(Task task, String reason) {
    PlannedJob job = of(task);
    ended(job, JobState.STALE, record(job.order().files().record()), Optional.of(reason));
    progress.finished(job, Optional.empty(), name(job) + " is stale: " + reason);
  }

  @Override
  public void failed(Task task, String reason) {
    PlannedJob job = of(task);
    ended(job, JobState.FAILED, Optional.empty(), Optional.of(reason));
    progress.failed(job, failure(job, reason));
  }

  @Override
  public void retried(Task task, String reason) {
    PlannedJob job = of(task);
    progress.retried(job, "%s: %s; trying again".formatted(name(job), reason));
  }

  @Override
  public void putBack(Task task) {
    progress.putBack(of(task));
  }

  @Override
  public void busy(Task task) {
    progress.putBack(of(task));
    LOG.info("{}: another process paints it; waiting for that at the end", name(of(task)));
  }

  private void ended(
      PlannedJob job, JobState state, Optional<RunRecord> record, Optional<String> reason) {
    outcomes.put(key(job), new Outcome(state, record, reason));
    write(List.of(LedgerLine.of(job, state, record, reason)));
  }

  private void write(List<ManifestLine> lines) {
    try {
      manifest.addAll(lines);
    } catch (IOException e) {
      throw new OutputException("cannot write " + Manifest.FILE + ": " + e.getMessage(), e);
    }
  }

  private static Optional<RunRecord> record(Path file) {
    try {
      return Optional.of(RunRecords.read(file));
    } catch (UnreadableRecordException e) {
      return Optional.empty();
    }
  }

  private PlannedJob of(Task task) {
    return planned.get(task.job());
  }

  private static Job key(PlannedJob job) {
    return job.task().job();
  }

  private static String failure(PlannedJob job, String reason) {
    return "%s failed: %s".formatted(name(job), reason);
  }

  private static String name(PlannedJob job) {
    return Printable.text(job.task().job().output());
  }
}
