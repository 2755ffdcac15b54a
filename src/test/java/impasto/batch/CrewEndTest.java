package impasto.batch;

import static impasto.batch.FakeWorkers.KILLED;
import static impasto.batch.FakeWorkers.tasks;
import static org.assertj.core.api.Assertions.assertThat;

import impasto.batch.CrewEvent.StopRequested;
import impasto.batch.FakeWorkers.FakeWorker;
import impasto.batch.WorkerNews.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Batches that end before all is painted. */
@Timeout(20)
class CrewEndTest {
  private final FakeWorkers workers = new FakeWorkers();
  private final Diary diary = new Diary();
  private Crew crew;

  @Test
  void failFastBeginsNothingAfterAFailure() throws Exception {
    workers.answering("a", worker -> worker.tell(WorkerNews.failed("no such file", false)));

    assertThat(paint(1, true, "a", "b", "c")).containsExactly("b", "c");

    assertThat(diary.lines()).containsExactly("a begun", "a failed: no such file");
    assertThat(workers.hired()).extracting(FakeWorker::stops).containsExactly(1);
  }

  @Test
  void failFastLetsOthersFinish() throws Exception {
    workers.answering("a", worker -> worker.tell(WorkerNews.failed("no such file", false)));

    assertThat(paint(3, true, "a", "b", "c", "d", "e")).containsExactly("d", "e");

    assertThat(diary.lines())
        .containsExactlyInAnyOrder(
            "a begun", "a failed: no such file", "b begun", "b painted", "c begun", "c painted");
    assertThat(workers.hired()).extracting(FakeWorker::stops).containsExactly(1, 1, 1);
  }

  @Test
  void aWorkerThatIsReadyAfterAFailureGetsNothing() throws Exception {
    workers
        .beginning(FakeWorker::ready, late -> {})
        .answering(
            "a",
            worker -> {
              worker.tell(WorkerNews.failed("no such file", false));
              workers.hired().get(1).ready();
            });

    assertThat(paint(2, true, "a", "b")).containsExactly("b");

    assertThat(workers.hired().get(1).orders()).isEmpty();
    assertThat(workers.hired().get(1).stops()).isEqualTo(1);
  }

  @Test
  void failFastIsNotForFailuresThatAreTriedAgain() throws Exception {
    workers.answering("a", worker -> worker.end(KILLED), worker -> worker.end(KILLED));

    assertThat(paint(1, true, "a", "b", "c")).isEmpty();

    assertThat(diary.lines()).contains("b painted", "c painted");
    assertThat(diary.lines()).last().asString().startsWith("a failed: its worker was killed");
    assertThat(workers.hired()).hasSize(2);
  }

  @Test
  void aStopSavesWhatIsAtHandAndWaitsForIt() throws Exception {
    workers
        .answering("b", worker -> crew.accept(new StopRequested()))
        .stopping(
            worker -> {
              if (worker.orders().size() > 1) {
                worker.tell(WorkerNews.painting(0.75));
                worker.tell(WorkerNews.of(Kind.STOPPED));
              }
              worker.end(0);
            });

    assertThat(paint(1, false, "a", "b", "c")).containsExactly("b", "c");

    assertThat(diary.lines()).containsExactly("a begun", "a painted", "b begun", "b put back");
    assertThat(diary.shares()).last().isEqualTo(0.75);
    assertThat(workers.hired()).extracting(FakeWorker::stops).containsExactly(1);
    assertThat(crew.replaced()).isZero();
  }

  @Test
  void whoIsFinishedBeforeItHearsOfTheStopHasPainted() throws Exception {
    workers
        .answering(
            "a",
            worker -> {
              crew.accept(new StopRequested());
              worker.paint();
            })
        .answering("b", worker -> {})
        .stopping(
            worker -> {
              if (worker.place() == 1) {
                // Killed before it could save anything.
                worker.end(KILLED);
              } else {
                worker.end(0);
              }
            });

    assertThat(paint(2, false, "a", "b", "c")).containsExactly("b", "c");

    assertThat(diary.lines()).containsExactly("a begun", "b begun", "a painted", "b put back");
  }

  @Test
  void aStopWhileNobodyIsReadyLeavesAll() throws Exception {
    workers
        .beginning(worker -> crew.accept(new StopRequested()), worker -> {})
        .stopping(
            worker -> {
              // It hears of that when it is ready.
              worker.ready();
              worker.end(0);
            });

    assertThat(paint(2, false, "a", "b")).containsExactly("a", "b");

    assertThat(diary.lines()).isEmpty();
    assertThat(workers.hired()).extracting(FakeWorker::stops).containsExactly(1, 1);
  }

  @Test
  void withoutJobsWorkersAreSentHomeAndAwaited() throws Exception {
    workers
        .beginning(worker -> {}, worker -> {})
        .stopping(
            worker -> {
              worker.ready();
              worker.end(0);
            });
    crew = crew(2, false);
    crew.hire(2);

    assertThat(crew.paint(List.of(), diary)).isEmpty();

    assertThat(workers.hired()).extracting(FakeWorker::stops).containsExactly(1, 1);
    // It has heard of all that they told after they were asked to end.
    assertThat(crew.startUpSeconds()).isPresent();
  }

  @Test
  void withoutJobsNobodyIsHired() throws Exception {
    assertThat(paint(2, false)).isEmpty();
    assertThat(workers.hired()).isEmpty();
  }

  @Test
  void closingAsksEachWorkerOnce() {
    crew = crew(2, false);
    crew.hire(2);
    crew.close();
    crew.close();
    assertThat(workers.hired()).extracting(FakeWorker::stops).containsExactly(1, 1);
  }

  private List<String> paint(int count, boolean failFast, String... outputs) throws Exception {
    crew = crew(count, failFast);
    return crew.paint(tasks(outputs), diary).stream().map(task -> task.job().output()).toList();
  }

  private Crew crew(int count, boolean failFast) {
    CrewRules rules = new CrewRules(count, 1, failFast, Redo.NEVER, false, Instant.EPOCH);
    return new Crew(rules, workers, () -> 0);
  }
}
