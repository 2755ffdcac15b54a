package impasto.cli;

import impasto.batch.Job;
import impasto.batch.ManifestLine;
import impasto.batch.Source;
import impasto.report.JobState;
import impasto.report.RunRecord;
import impasto.report.ScaleRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the manifest says of a job. */
final class LedgerLine {
  private LedgerLine() {}

  /**
   * Makes it.
   *
   * @param planned the job
   * @param state what became of it
   * @param record of its picture's run, if there is a picture of ours
   * @param reason why it failed or is stale
   */
  static ManifestLine of(
      PlannedJob planned, JobState state, Optional<RunRecord> record, Optional<String> reason) {
    Job job = planned.task().job();
    return new ManifestLine(
        Instant.now(),
        job.id(),
        state,
        job.output(),
        job.content().file().toString(),
        job.styles().stream().map(Source::file).map(Path::toString).toList(),
        record.map(RunRecord::started),
        record.map(run -> run.seconds().getOrDefault("total", 0.0)),
        record.flatMap(LedgerLine::loss),
        reason);
  }

  private static Optional<Double> loss(RunRecord record) {
    List<ScaleRecord> scales = record.scales();
    return scales.isEmpty()
        ? Optional.empty()
        : Optional.of(scales.get(scales.size() - 1).loss()).filter(Double::isFinite);
  }
}
