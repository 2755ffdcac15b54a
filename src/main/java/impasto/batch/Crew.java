package impasto.batch;

import impasto.batch.CrewEvent.Ended;
import impasto.batch.CrewEvent.StopRequested;
import impasto.batch.CrewEvent.Told;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.LongSupplier;

/**
 * Has jobs painted by workers, and replaces those that die. A worker's death costs the one job it
 * had, which is tried again; a job that another process has is put last.
 *
 * <p>All is done on the thread of {@link #paint}; only {@link #accept} may be called from others.
 */
public final class Crew implements AutoCloseable {
  /** A crew gives up when each of its workers died so often before any was ready. */
  private static final int MOST_STILLBORN = 3;

  private static final int SIGNALLED = 128;
  private static final double NANOSECONDS = 1e9;

  private final CrewRules rules;
  private final Hiring hiring;
  private final LongSupplier nanoTime;
  private final BlockingQueue<Arrival> events = new LinkedBlockingQueue<>();
  private final Map<Worker, Desk> desks = new LinkedHashMap<>();
  private final Deque<Attempt> waiting = new ArrayDeque<>();
  private CrewListener listener;
  private boolean stopping;
  private int stillborn;
  private int replaced;
  private double startUpSeconds = Double.NaN;

  /**
   * A crew without workers.
   *
   * @param rules how it works
   * @param hiring begins workers
   * @param nanoTime the clock
   */
  public Crew(CrewRules rules, Hiring hiring, LongSupplier nanoTime) {
    this.rules = rules;
    this.hiring = hiring;
    this.nanoTime = nanoTime;
  }

  /** An event and when it was told, which may be long before anyone takes it up. */
  private record Arrival(CrewEvent event, long time) {}

  /** Tells the crew of something; from any thread. */
  public void accept(CrewEvent event) {
    events.add(new Arrival(event, nanoTime.getAsLong()));
  }

  /**
   * Begins workers, who get ready while their jobs are being made out.
   *
   * @param jobs how many there will be: there are not more workers than that
   * @throws CrewFailedException if there cannot be such a process
   */
  public void hire(int jobs) {
    for (int place = desks.size(); place < Math.min(rules.workers(), jobs); place++) {
      hireAt(place);
    }
  }

  /**
   * Has all jobs painted, as far as nobody asks for an end; then no worker is left.
   *
   * @param tasks the jobs in the order they are begun
   * @param hears of each
   * @return the jobs that were not finished
   * @throws CrewFailedException if workers cannot be brought to work
   * @throws InterruptedException if the thread is interrupted; workers end with their process
   */
  public List<Task> paint(List<Task> tasks, CrewListener hears) throws InterruptedException {
    listener = hears;
    tasks.forEach(task -> waiting.add(Attempt.first(task)));
    try {
      work(tasks.size());
      close();
      while (!desks.isEmpty()) {
        handle(events.take());
      }
    } catch (RuntimeException e) {
      close();
      awaitEnds();
      throw e;
    }
    return waiting.stream().map(Attempt::task).toList();
  }

  private void work(int jobs) throws InterruptedException {
    hire(jobs);
    desks.forEach(this::occupy);
    while (!waiting.isEmpty() || desks.values().stream().anyMatch(desk -> desk.current != null)) {
      if (stopping && desks.isEmpty()) {
        break;
      }
      handle(events.take());
    }
  }

  /** Waits for the ends of all workers; what else they tell does not count any more. */
  private void awaitEnds() throws InterruptedException {
    while (!desks.isEmpty()) {
      if (events.take().event() instanceof Ended ended) {
        desks.remove(ended.worker());
      }
    }
  }

  /** Seconds from a worker's beginning until it could paint: of the first that could. */
  public OptionalDouble startUpSeconds() {
    return Double.isNaN(startUpSeconds)
        ? OptionalDouble.empty()
        : OptionalDouble.of(startUpSeconds);
  }

  /** How many workers were replaced. */
  public int replaced() {
    return replaced;
  }

  /** Asks all workers to end, and does not wait for that. */
  @Override
  public void close() {
    stopping = true;
    desks.forEach(
        (worker, desk) -> {
          if (!desk.dismissed) {
            desk.dismissed = true;
            worker.stop();
          }
        });
  }

  private void hireAt(int place) {
    desks.put(hiring.hire(place, this::accept), new Desk(place, nanoTime.getAsLong()));
  }

  private void handle(Arrival arrival) {
    CrewEvent event = arrival.event();
    if (event instanceof Told told && desks.containsKey(told.worker())) {
      heard(desks.get(told.worker()), told.news(), arrival.time());
    } else if (event instanceof Ended ended && desks.containsKey(ended.worker())) {
      ended(desks.remove(ended.worker()), ended.exitCode());
    } else if (event instanceof StopRequested) {
      close();
    }
    desks.forEach(this::occupy);
  }

  private void heard(Desk desk, WorkerNews news, long time) {
    switch (news.kind()) {
      case READY -> ready(desk, time);
      case PAINTING -> listener.progressed(desk.current.task(), news.share());
      case PAINTED -> listener.painted(desk.cleared().task());
      case FOUND -> listener.found(desk.cleared().task());
      case STALE -> listener.stale(desk.cleared().task(), news.reason().orElse(""));
      case BUSY -> {
        Attempt busy = desk.cleared();
        listener.busy(busy.task());
        waiting.addLast(busy.waited());
      }
      case FAILED -> failed(desk.cleared(), news.reason().orElse(""), news.mayPass());
      case STOPPED -> {
        Attempt stopped = desk.cleared();
        listener.putBack(stopped.task());
        waiting.addFirst(stopped);
        // Whoever told it to stop meant this worker, which ends by itself.
        desk.dismissed = true;
      }
    }
  }

  private void ready(Desk desk, long time) {
    desk.ready = true;
    stillborn = 0;
    if (Double.isNaN(startUpSeconds)) {
      startUpSeconds = (time - desk.since) / NANOSECONDS;
    }
  }

  private void failed(Attempt attempt, String reason, boolean mayPass) {
    if (mayPass && attempt.failures() < rules.retries() && !stopping) {
      listener.retried(attempt.task(), reason);
      waiting.addLast(attempt.failed());
      return;
    }
    listener.failed(attempt.task(), reason);
    // What others are painting at this time is finished.
    stopping |= rules.failFast();
  }

  private void occupy(Worker worker, Desk desk) {
    if (!desk.ready || desk.dismissed || desk.current != null || listener == null) {
      return;
    }
    if (stopping) {
      desk.dismissed = true;
      worker.stop();
    } else if (!waiting.isEmpty()) {
      desk.current = waiting.removeFirst();
      Task task = desk.current.task();
      listener.begun(task);
      worker.send(
          new WorkOrder(
              task.job().output(),
              task.arguments(),
              rules.redo(),
              rules.overwrite(),
              rules.since(),
              desk.current.patient()));
    }
  }

  private void ended(Desk desk, int exitCode) {
    if (desk.current != null) {
      died(desk.cleared(), exitCode);
    }
    if (stopping || waiting.isEmpty()) {
      return;
    }
    if (!desk.ready) {
      stillborn++;
      if (isAnyReady()) {
        // What keeps it from starting may be that there is no room for one more.
        return;
      }
      if (exitCode < SIGNALLED || stillborn >= MOST_STILLBORN * rules.workers()) {
        throw new CrewFailedException(
            "no worker could be started (exit code %d); what it said is above".formatted(exitCode),
            null);
      }
    }
    replace(desk);
  }

  private void replace(Desk desk) {
    try {
      hireAt(desk.place);
      replaced++;
    } catch (CrewFailedException e) {
      if (!isAnyReady()) {
        throw e;
      }
    }
  }

  private boolean isAnyReady() {
    return desks.values().stream().anyMatch(desk -> desk.ready && !desk.dismissed);
  }

  private void died(Attempt attempt, int exitCode) {
    if (stopping) {
      listener.putBack(attempt.task());
      waiting.addFirst(attempt);
      return;
    }
    String reason =
        exitCode == SIGNALLED + 9
            ? "its worker was killed, most likely because the machine ran out of memory"
            : "its worker died (exit code %d)".formatted(exitCode);
    failed(attempt, reason, true);
  }
}
