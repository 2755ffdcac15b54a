package impasto.cli;

import impasto.batch.Crew;
import impasto.batch.CrewEvent;
import impasto.batch.CrewEvent.StopRequested;
import impasto.batch.Job;
import impasto.batch.JobLocks;
import impasto.batch.Manifest;
import impasto.batch.Source;
import impasto.batch.Task;
import impasto.batch.WorkerProcess;
import impasto.files.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Paints a batch: plans it, has it painted by workers, and tells what happened. */
final class BatchRun {
  private static final Logger LOG = LoggerFactory.getLogger(BatchRun.class);

  private final BatchSetup setup;
  private final BatchPlanner planner;

  /**
   * @param setup how it goes on
   * @param planner looks at its jobs
   */
  BatchRun(BatchSetup setup, BatchPlanner planner) {
    this.setup = setup;
    this.planner = planner;
  }

  /**
   * Paints it.
   *
   * @param jobs all jobs of this process's share
   * @param orders what their command lines ask for
   * @return whether all is done
   * @throws OutputException if the folder cannot be written to
   * @throws impasto.batch.CrewFailedException if no worker can be started
   * @throws InterruptedException if the thread is interrupted
   */
  ExitCode run(List<Job> jobs, List<Order> orders) throws InterruptedException {
    Set<Path> folders = folders(orders);
    try (JobLocks locks = enter(folders);
        Crew crew = new Crew(setup.rules(), this::worker, System::nanoTime);
        Interruption interruption = Interruption.listen(() -> crew.accept(new StopRequested()))) {
      // They get ready while the jobs are looked at.
      crew.hire((int) orders.stream().filter(BatchRun::isMissing).limit(setup.limit()).count());
      List<PlannedJob> planned = planner.plan(jobs, orders, interruption);
      List<PlannedJob> toPaint = inOrder(planned);
      BatchPace pace =
          new BatchPace(toPaint, Experience.of(planned), setup.rules().workers(), System::nanoTime);
      BatchProgress progress = new BatchProgress(pace);
      BatchLedger ledger = new BatchLedger(new Manifest(setup.folder(), locks), progress, planned);
      boolean complete = false;
      try (progress) {
        progress.show();
        ledger.settled(planned);
        crew.paint(tasks(toPaint, ledger), ledger);
        complete = true;
      } finally {
        // The bar has ended: close() comes before finally.
        new BatchReports(setup, planned).tell(ledger, crew, interruption.getAsBoolean(), complete);
      }
      // Of workers that were killed meanwhile.
      locks.ifAlone(() -> removeLeftovers(folders));
      return ledger.hasFailures() ? ExitCode.SOME_FAILED : ExitCode.DONE;
    } catch (IOException e) {
      throw new OutputException("cannot leave " + setup.folder() + ": " + e.getMessage(), e);
    }
  }

  private WorkerProcess worker(int place, Consumer<CrewEvent> events) {
    return WorkerProcess.start(
        setup.workers().command(place, setup.folder()),
        events,
        // Looked up for each line: a bar stands in for it at times.
        line -> System.err.println(line));
  }

  /** Makes and enters the folder, and removes what killed processes have left. */
  private JobLocks enter(Set<Path> folders) {
    Path folder = setup.folder();
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new OutputException("cannot write into " + folder + ": it is no folder; name another");
    }
    try {
      Files.createDirectories(folder);
      return JobLocks.enter(folder, () -> removeLeftovers(folders));
    } catch (IOException e) {
      throw new OutputException(
          "cannot write into %s: %s; choose another folder".formatted(folder, e.getMessage()), e);
    }
  }

  /** All folders that are written into. */
  private Set<Path> folders(List<Order> orders) {
    Set<Path> folders = new LinkedHashSet<>();
    orders.forEach(order -> folders.add(order.files().picture().toAbsolutePath().getParent()));
    folders.add(setup.folder().toAbsolutePath());
    return folders;
  }

  private static void removeLeftovers(Set<Path> folders) {
    for (Path folder : folders) {
      try {
        if (Files.isDirectory(folder)) {
          AtomicFile.removeLeftovers(folder);
        }
      } catch (IOException e) {
        LOG.warn("cannot remove what killed processes have left in {}: {}", folder, e.toString());
      }
    }
  }

  private static boolean isMissing(Order order) {
    return !Files.exists(order.files().picture());
  }

  /**
   * What is painted, by networks and by paintings, so that what is computed of one is used while it
   * is at hand.
   */
  private List<PlannedJob> inOrder(List<PlannedJob> planned) {
    Map<ModelOptions.Key, Map<List<Source>, List<PlannedJob>>> grouped = new LinkedHashMap<>();
    for (PlannedJob job : planned) {
      if (job.isToPaint()) {
        grouped
            .computeIfAbsent(job.order().models().key(), key -> new LinkedHashMap<>())
            .computeIfAbsent(job.task().job().styles(), key -> new ArrayList<>())
            .add(job);
      }
    }
    return grouped.values().stream()
        .flatMap(byStyles -> byStyles.values().stream())
        .flatMap(List::stream)
        .limit(setup.limit())
        .toList();
  }

  private List<Task> tasks(List<PlannedJob> toPaint, BatchLedger ledger) {
    if (setup.rules().failFast() && ledger.hasFailures()) {
      return List.of();
    }
    return toPaint.stream().map(PlannedJob::task).toList();
  }
}
