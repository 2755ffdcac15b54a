package impasto.batch;

import static impasto.batch.FakeWorkers.KILLED;
import static impasto.batch.FakeWorkers.tasks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import impasto.batch.FakeWorkers.FakeWorker;
import impasto.batch.WorkerNews.Kind;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How workers begin, and who takes the place of those that die. */
@Timeout(20)
class CrewHiringTest {
  private static final FakeWorkers.Doing STILLBORN = worker -> worker.end(KILLED);

  private final FakeWorkers workers = new FakeWorkers();
  private final Diary diary = new Diary();
  private final AtomicLong nanoseconds = new AtomicLong();

  @Test
  void aWorkerThatCannotBeginEndsTheBatch() {
    // The others are not ready either.
    workers.beginning(worker -> {}, worker -> worker.end(4), worker -> {});

    assertThatThrownBy(() -> crew(3).paint(tasks("a", "b", "c", "d", "e"), diary))
        .isInstanceOf(CrewFailedException.class)
        .hasMessageContaining("no worker could be started (exit code 4)");

    assertThat(workers.hired()).hasSize(3);
    assertThat(workers.hired().get(0).stops()).isEqualTo(1);
    assertThat(workers.hired().get(2).stops()).isEqualTo(1);
  }

  @Test
  void workersThatAreKilledBeforeTheyAreReadyAreReplacedTwiceInARow() throws Exception {
    workers.beginning(STILLBORN, STILLBORN);
    try (Crew crew = crew(1)) {
      assertThat(crew.paint(tasks("a"), diary)).isEmpty();
      assertThat(crew.replaced()).isEqualTo(2);
    }
    assertThat(diary.lines()).containsExactly("a begun", "a painted");
    assertThat(workers.hired()).extracting(FakeWorker::place).containsExactly(0, 0, 0);
  }

  @Test
  void theThirdOneInARowThatIsKilledBeforeItIsReadyEndsTheBatch() {
    workers.beginning(STILLBORN, STILLBORN, STILLBORN);
    assertThatThrownBy(() -> crew(1).paint(tasks("a"), diary))
        .isInstanceOf(CrewFailedException.class)
        .hasMessageContaining("exit code 137");
    assertThat(workers.hired()).hasSize(3);
  }

  @Test
  void oneThatIsReadyEndsTheRow() throws Exception {
    workers
        .beginning(STILLBORN, STILLBORN, FakeWorker::ready, STILLBORN, STILLBORN)
        .answering("a", worker -> worker.end(KILLED));
    try (Crew crew = crew(1)) {
      assertThat(crew.paint(tasks("a"), diary)).isEmpty();
      assertThat(crew.replaced()).isEqualTo(5);
    }
    assertThat(diary.lines()).last().isEqualTo("a painted");
  }

  @Test
  void whileOthersPaintAReplacementMayFailToStart() throws Exception {
    // The second worker dies over its job; the machine has no room for another one.
    workers
        .beginning(FakeWorker::ready, FakeWorker::ready, worker -> worker.end(1))
        .answering("a", worker -> {})
        .answering(
            "b",
            worker -> {
              worker.end(KILLED);
              workers.hired().get(0).paint();
            });
    try (Crew crew = crew(2)) {
      assertThat(crew.paint(tasks("a", "b", "c"), diary)).isEmpty();
    }
    assertThat(diary.lines()).contains("a painted", "b painted", "c painted");
    assertThat(workers.hired()).hasSize(3);
  }

  @Test
  void thereAreNotMoreWorkersThanJobs() throws Exception {
    try (Crew crew = crew(4)) {
      assertThat(crew.paint(tasks("a", "b"), diary)).isEmpty();
    }
    assertThat(workers.hired()).hasSize(2);
  }

  @Test
  void whoeverStopsOneWorkerMeansThatOneAlone() throws Exception {
    workers.answering(
        "a",
        worker -> {
          worker.tell(WorkerNews.of(Kind.STOPPED));
          worker.end(143);
        });
    try (Crew crew = crew(1)) {
      assertThat(crew.paint(tasks("a", "b"), diary)).isEmpty();
      assertThat(crew.replaced()).isEqualTo(1);
    }
    assertThat(diary.lines())
        .containsExactly("a begun", "a put back", "a begun", "a painted", "b begun", "b painted");
    assertThat(workers.hired()).extracting(FakeWorker::stops).containsExactly(0, 1);
  }

  @Test
  void aDeathAfterTheLastJobCostsNothing() throws Exception {
    workers.answering(
        "a",
        worker -> {
          worker.paint();
          worker.end(KILLED);
        });
    try (Crew crew = new Crew(rules(1, 0), workers, nanoseconds::get)) {
      assertThat(crew.paint(tasks("a"), diary)).isEmpty();
      assertThat(crew.replaced()).isZero();
    }
    assertThat(diary.lines()).containsExactly("a begun", "a painted");
  }

  @Test
  void theFirstThatIsReadyTellsHowLongThatTakes() throws Exception {
    workers.beginning(worker -> {}, worker -> {}).stopping(worker -> worker.end(0));
    Crew crew = crew(2);
    assertThat(crew.startUpSeconds()).isEmpty();
    nanoseconds.set(1_000_000_000L);
    crew.hire(2);
    nanoseconds.set(3_500_000_000L);
    workers.hired().get(1).ready();
    nanoseconds.set(4_000_000_000L);
    workers.hired().get(0).ready();
    // Meanwhile the jobs were being made out.
    nanoseconds.set(60_000_000_000L);

    assertThat(crew.paint(tasks("a"), diary)).isEmpty();

    assertThat(crew.startUpSeconds()).hasValue(2.5);
  }

  private Crew crew(int count) {
    return new Crew(rules(count, 1), workers, nanoseconds::get);
  }

  private static CrewRules rules(int count, int retries) {
    return new CrewRules(count, retries, false, Redo.NEVER, false, Instant.EPOCH);
  }
}
