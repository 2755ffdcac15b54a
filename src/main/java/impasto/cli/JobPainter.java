package impasto.cli;

import impasto.batch.JobLocks;
import impasto.batch.Standing;
import impasto.batch.WorkOrder;
import impasto.batch.WorkerNews;
import impasto.batch.WorkerNews.Kind;
import impasto.config.EngineConfig;
import impasto.files.Digests;
import impasto.report.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Paints jobs of a batch, each while nobody else can. */
final class JobPainter {
  private static final Logger LOG = LoggerFactory.getLogger(JobPainter.class);

  private final Studio studio;
  private final EngineConfig engine;
  private final JobLocks locks;
  private final KeptSupplies supplies;
  private final JobOptions options = JobOptions.reader();

  /**
   * @param studio where
   * @param engine of the studio
   * @param locks of the batch's folder
   * @param supplies read
   */
  JobPainter(Studio studio, EngineConfig engine, JobLocks locks, KeptSupplies supplies) {
    this.studio = studio;
    this.engine = engine;
    this.locks = locks;
    this.supplies = supplies;
  }

  /**
   * Paints a job, or finds that it need not or cannot be painted.
   *
   * @param work the job
   * @param orders ends a wait for others
   * @return what became of it
   */
  WorkerNews paint(WorkOrder work, OrderBook orders) {
    try {
      Optional<JobLocks.Held> held =
          work.patient()
              ? Optional.of(orders.waiting(() -> locks.lock(work.output())))
              : locks.tryLock(work.output());
      if (held.isEmpty()) {
        return WorkerNews.of(Kind.BUSY);
      }
      try (JobLocks.Held lock = held.get()) {
        LOG.debug("{}: locked by {}", work.output(), lock);
        return painted(work);
      }
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      if (orders.hasEnded()) {
        return WorkerNews.of(Kind.STOPPED);
      }
      LOG.debug("{} failed", work.output(), e);
      // Whatever it has left on the device is not to fail the next one, too.
      studio.workshop().close();
      return WorkerNews.failed(CommandLines.words(e), ExitCode.of(e) == ExitCode.COMPUTATION);
    }
  }

  private WorkerNews painted(WorkOrder work) throws IOException {
    supplies.nextRun();
    Order order = options.order(work.arguments()).inBatch(engine);
    OutputFiles files = order.files();
    Files.createDirectories(files.picture().toAbsolutePath().getParent());
    files.pending().settle();
    Standing standing = BatchPlanner.standing(order, supplies.model(order.models()), supplies);
    Verdict verdict =
        BatchPlanner.verdict(
            standing,
            work.redo(),
            work.overwrite(),
            record -> record.started().isAfter(work.since()));
    if (verdict instanceof Verdict.Skip skip) {
      new EarlierRun(order).removeLeftovers(skip.record().recipe());
      return WorkerNews.of(Kind.FOUND);
    }
    if (verdict instanceof Verdict.Stale stale) {
      return WorkerNews.stale(stale.reason());
    }
    if (verdict instanceof Verdict.Impossible impossible) {
      return WorkerNews.failed(impossible.reason(), false);
    }
    if (work.overwrite()) {
      new EarlierRun(order).removeUnusable();
    } else {
      checkUntouched(files.picture(), standing);
      checkPreviews(order, standing);
    }
    boolean finished = StylizeRun.read(order, supplies, work.arguments()).paint(studio);
    return WorkerNews.of(finished ? Kind.PAINTED : Kind.STOPPED);
  }

  /**
   * Files of ours are replaced, but what bears the name of a picture in between may be somebody's,
   * where we have left nothing else.
   */
  private static void checkPreviews(Order order, Standing standing) {
    OutputFiles files = order.files();
    if (files.previews()
        && standing instanceof Standing.Missing
        && !Files.exists(files.record())
        && !Files.exists(files.checkpoint())) {
      order.checks().checkPreviews();
    }
  }

  /** What is to be replaced must be as we painted it: somebody may have worked on it since. */
  private static void checkUntouched(Path picture, Standing standing) throws IOException {
    Optional<String> hash = standing.ours().flatMap(RunRecord::sha256);
    if (hash.isPresent() && !hash.get().equals(Digests.sha256(picture))) {
      throw new OutputException(
          "%s was changed after it was painted; move it away, or replace it with --overwrite"
              .formatted(picture));
    }
  }
}
