package impasto.cli;

import impasto.batch.WorkerNews;
import impasto.transfer.Iteration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Tells a batch how far a job is, twice a second at most. */
final class ToldProgress implements ProgressDisplay {
  private static final long EVERY_NANOSECONDS = 500_000_000;

  private final Pace pace;
  private final Consumer<WorkerNews> batch;
  private final LongSupplier nanoTime;
  private long last;

  /**
   * @param plan of the run
   * @param batch is told
   * @param nanoTime the clock
   */
  ToldProgress(PlannedRun plan, Consumer<WorkerNews> batch, LongSupplier nanoTime) {
    pace = new Pace(plan);
    this.batch = batch;
    this.nanoTime = nanoTime;
    last = nanoTime.getAsLong();
  }

  @Override
  public void iterated(Iteration iteration) {
    pace.iterated(iteration);
    if (nanoTime.getAsLong() - last >= EVERY_NANOSECONDS) {
      last = nanoTime.getAsLong();
      batch.accept(WorkerNews.painting(pace.done()));
    }
  }
}
