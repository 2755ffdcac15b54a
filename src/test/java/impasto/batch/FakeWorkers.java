package impasto.batch;

import impasto.batch.CrewEvent.Ended;
import impasto.batch.CrewEvent.Told;
import impasto.batch.WorkerNews.Kind;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Workers without processes, who do at once what was written down for them. Unless something else
 * was, they are ready when they are hired, paint what they are sent, and end when they are asked
 * to.
 */
final class FakeWorkers implements Hiring {
  /** The exit code of a process that was killed. */
  static final int KILLED = 137;

  private final List<FakeWorker> hired = new ArrayList<>();
  private final Deque<Doing> births = new ArrayDeque<>();
  private final Map<String, Deque<Doing>> answers = new HashMap<>();
  private Doing whenStopped = worker -> worker.end(0);

  /** What is done by a worker. */
  @FunctionalInterface
  interface Doing {
    void by(FakeWorker worker);
  }

  /** What the next workers to be hired do first. */
  FakeWorkers beginning(Doing... doings) {
    births.addAll(Arrays.asList(doings));
    return this;
  }

  /** What workers do who are sent a job for the first time, the second time and so on. */
  FakeWorkers answering(String output, Doing... doings) {
    answers.put(output, new ArrayDeque<>(Arrays.asList(doings)));
    return this;
  }

  /** What workers do who are asked to end. */
  FakeWorkers stopping(Doing doing) {
    whenStopped = doing;
    return this;
  }

  /** All workers there were. */
  List<FakeWorker> hired() {
    return hired;
  }

  @Override
  public Worker hire(int place, Consumer<CrewEvent> events) {
    FakeWorker worker = new FakeWorker(place, events);
    hired.add(worker);
    Doing usual = FakeWorker::ready;
    (births.isEmpty() ? usual : births.removeFirst()).by(worker);
    return worker;
  }

  /** Jobs by the names of their results. */
  static List<Task> tasks(String... outputs) {
    List<Task> tasks = new ArrayList<>();
    for (String output : outputs) {
      Source photo = new Source(Path.of("photo.png"), "photo.png");
      Source painting = new Source(Path.of("painting.png"), "painting.png");
      int index = tasks.size() + 1;
      Job job = new Job(index, photo, List.of(painting), output, Map.of(), Map.of());
      tasks.add(new Task(job, List.of("stylize", "--output=" + output)));
    }
    return tasks;
  }

  /** One of them. */
  final class FakeWorker implements Worker {
    private final int place;
    private final Consumer<CrewEvent> events;
    private final List<WorkOrder> orders = new ArrayList<>();
    private int stops;

    private FakeWorker(int place, Consumer<CrewEvent> events) {
      this.place = place;
      this.events = events;
    }

    int place() {
      return place;
    }

    /** What it was sent. */
    List<WorkOrder> orders() {
      return orders;
    }

    /** How often it was asked to end. */
    int stops() {
      return stops;
    }

    void ready() {
      tell(WorkerNews.of(Kind.READY));
    }

    void paint() {
      tell(WorkerNews.painting(0.5));
      tell(WorkerNews.of(Kind.PAINTED));
    }

    void tell(WorkerNews news) {
      events.accept(new Told(this, news));
    }

    void end(int exitCode) {
      events.accept(new Ended(this, exitCode));
    }

    @Override
    public void send(WorkOrder order) {
      orders.add(order);
      Deque<Doing> left = answers.getOrDefault(order.output(), new ArrayDeque<>());
      Doing usual = FakeWorker::paint;
      (left.isEmpty() ? usual : left.removeFirst()).by(this);
    }

    @Override
    public void stop() {
      stops++;
      whenStopped.by(this);
    }
  }
}
