package impasto.cli;

import impasto.batch.Crew;
import impasto.batch.Job;
import impasto.batch.Redo;
import impasto.batch.Source;
import impasto.report.BatchPage;
import impasto.report.BatchReport;
import impasto.report.BatchSummary;
import impasto.report.JobReport;
import impasto.report.JobState;
import impasto.report.Printable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells people and programs how a batch went. */
final class BatchReports {
  private static final Logger LOG = LoggerFactory.getLogger(BatchReports.class);
  private static final double MILLISECONDS = 1e3;

  /** The page of so many jobs is written at once. */
  private static final int FEW = 100;

  private final BatchSetup setup;
  private final List<PlannedJob> jobs;

  /**
   * @param setup how it went on
   * @param jobs all of them
   */
  BatchReports(BatchSetup setup, List<PlannedJob> jobs) {
    this.setup = setup;
    this.jobs = List.copyOf(jobs);
  }

  /**
   * Tells how the batch went, the most important first: on standard output and in the summary, then
   * by the page, which may take a while. What cannot be written is told by a warning: the pictures
   * are there.
   *
   * @param ledger knows what became of the jobs
   * @param crew had them painted
   * @param interrupted whether the batch was asked to end
   * @param complete whether it came to its end otherwise
   */
  void tell(BatchLedger ledger, Crew crew, boolean interrupted, boolean complete) {
    writeSummary(ledger, crew, interrupted);
    System.out.print(words(new BatchTally(jobs, ledger), interrupted, complete));
    System.out.flush();
    if (jobs.size() > FEW) {
      LOG.info("writing {}", setup.page());
    }
    writePage(ledger);
    System.out.println(setup.page());
    System.out.flush();
    // Once more, with the time of the page.
    writeSummary(ledger, crew, interrupted);
  }

  private void writeSummary(BatchLedger ledger, Crew crew, boolean interrupted) {
    try {
      summary(ledger, crew, interrupted).write(setup.summary());
    } catch (IOException e) {
      LOG.warn("cannot write {}: {}; the pictures are whole", setup.summary(), e.toString());
    }
  }

  private void writePage(BatchLedger ledger) {
    try {
      BatchPage.write(
          setup.page(),
          new BatchReport(
              "Impasto: " + setup.folder().toAbsolutePath().normalize().getFileName(),
              Instant.now(),
              wallSeconds(),
              setup.commandLine(),
              jobs.stream().map(job -> report(job, ledger.outcome(job))).toList()));
    } catch (IOException e) {
      LOG.warn("cannot write {}: {}; the pictures are whole", setup.page(), e.toString());
    }
  }

  private String words(BatchTally tally, boolean interrupted, boolean complete) {
    Map<JobState, Integer> counts = tally.counts();
    StringBuilder text = new StringBuilder();
    text.append(
        "%d done, %d skipped, %d stale, %d failed, %d left in %s%n"
            .formatted(
                counts.get(JobState.DONE),
                counts.get(JobState.SKIPPED),
                counts.get(JobState.STALE),
                counts.get(JobState.FAILED),
                counts.get(JobState.LEFT),
                ProgressText.duration(wallSeconds())));
    for (BatchSummary.Failure failure : tally.failures()) {
      text.append(
          "failed: %s: %s%n"
              .formatted(Printable.text(failure.output()), Printable.text(failure.reason())));
    }
    tally
        .staleReasons()
        .forEach(
            (reason, count) ->
                text.append("stale: %d, as %s%n".formatted(count, Printable.text(reason))));
    if (counts.get(JobState.STALE) > 0) {
      text.append("stale pictures are kept; --redo stale paints them again%n".formatted());
    }
    if (interrupted || !complete) {
      text.append(
          "%s; the same command%s%n"
              .formatted(
                  interrupted ? "interrupted" : "broken off",
                  setup.rules().redo() == Redo.ALL
                      ? ", with --redo all, begins anew"
                      : " goes on from here"));
    }
    return text.toString();
  }

  private BatchSummary summary(BatchLedger ledger, Crew crew, boolean interrupted) {
    BatchTally tally = new BatchTally(jobs, ledger);
    Map<String, Integer> counts = new LinkedHashMap<>();
    tally.counts().forEach((state, count) -> counts.put(Converters.nameOf(state), count));
    OptionalDouble startUp = crew.startUpSeconds();
    return new BatchSummary(
        Version.number(),
        setup.commandLine(),
        setup.rules().since(),
        wallSeconds(),
        startUp.isPresent() ? Optional.of(startUp.getAsDouble()) : Optional.empty(),
        tally.seconds("total"),
        tally.seconds("network"),
        setup.rules().workers(),
        crew.replaced(),
        interrupted,
        counts,
        tally.failures());
  }

  private static JobReport report(PlannedJob planned, BatchLedger.Outcome outcome) {
    Job job = planned.task().job();
    return new JobReport(
        outcome.state(),
        absolute(planned.order().files().picture()),
        job.output(),
        absolute(job.content().file()),
        job.styles().stream().map(Source::file).map(BatchReports::absolute).toList(),
        job.axes(),
        outcome.record(),
        outcome.reason(),
        planned.task().arguments());
  }

  private static Path absolute(Path file) {
    return file.toAbsolutePath().normalize();
  }

  /** Since the process began. */
  private static double wallSeconds() {
    return ManagementFactory.getRuntimeMXBean().getUptime() / MILLISECONDS;
  }
}
