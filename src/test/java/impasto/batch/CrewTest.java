package impasto.batch;

import static impasto.batch.FakeWorkers.KILLED;
import static impasto.batch.FakeWorkers.tasks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import impasto.batch.FakeWorkers.FakeWorker;
import impasto.batch.WorkerNews.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs and what becomes of them; {@link CrewEndTest} has stops, {@link CrewHiringTest} births. */
@Timeout(20)
class CrewTest {
  private static final Instant SINCE = Instant.parse("2026-01-31T12:00:00Z");

  private final FakeWorkers workers = new FakeWorkers();
  private final Diary diary = new Diary();
  private int replaced;

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void everyJobIsPaintedOnce(int count) throws Exception {
    assertThat(paint(count, 0, "a", "b", "c", "d", "e")).isEmpty();

    assertThat(diary.lines())
        .containsExactlyInAnyOrder(
            "a begun",
            "a painted",
            "b begun",
            "b painted",
            "c begun",
            "c painted",
            "d begun",
            "d painted",
            "e begun",
            "e painted");
    assertThat(diary.lines().get(0)).isEqualTo("a begun");
    assertThat(diary.shares()).hasSize(5).containsOnly(0.5);
    assertThat(workers.hired())
        .extracting(FakeWorker::place)
        .hasSize(count)
        .doesNotHaveDuplicates();
    assertThat(workers.hired()).allMatch(worker -> !worker.orders().isEmpty());
    assertThat(workers.hired()).extracting(FakeWorker::stops).containsOnly(1);
    assertThat(replaced).isZero();
  }

  @Test
  void aWorkerIsToldHowTheBatchGoesOn() throws Exception {
    CrewRules rules = new CrewRules(1, 0, false, Redo.STALE, true, SINCE);
    try (Crew crew = new Crew(rules, workers, () -> 0)) {
      crew.paint(tasks("a"), diary);
    }

    assertThat(workers.hired().get(0).orders())
        .containsExactly(
            new WorkOrder("a", List.of("stylize", "--output=a"), Redo.STALE, true, SINCE, false));
  }

  @Test
  void whatIsThereAlreadyIsToldAsSuch() throws Exception {
    workers
        .answering("a", worker -> worker.tell(WorkerNews.of(Kind.FOUND)))
        .answering("b", worker -> worker.tell(WorkerNews.stale("--seed was 1 and is 2")));

    assertThat(paint(1, 0, "a", "b")).isEmpty();

    assertThat(diary.lines())
        .containsExactly("a begun", "a found", "b begun", "b stale: --seed was 1 and is 2");
  }

  @Test
  void aDeathCostsOneAttemptOfOneJob() throws Exception {
    workers.answering("a", worker -> worker.end(KILLED), worker -> worker.end(134));

    assertThat(paint(1, 2, "a", "b")).isEmpty();

    assertThat(diary.lines())
        .containsExactly(
            "a begun",
            "a tried again: its worker was killed, most likely because the machine ran out of"
                + " memory",
            "b begun",
            "b painted",
            "a begun",
            "a tried again: its worker died (exit code 134)",
            "a begun",
            "a painted");
    assertThat(replaced).isEqualTo(2);
    assertThat(workers.hired()).hasSize(3);
  }

  @Test
  void aJobThatKillsEveryWorkerFailsAfterItsRetries() throws Exception {
    workers.answering("a", worker -> worker.end(KILLED), worker -> worker.end(KILLED));

    assertThat(paint(1, 1, "a", "b")).isEmpty();

    assertThat(diary.lines()).containsSubsequence("b begun", "b painted");
    assertThat(diary.lines()).filteredOn("a begun"::equals).hasSize(2);
    assertThat(diary.lines()).last().asString().startsWith("a failed: its worker was killed");
    // Nothing is left to be painted by another one.
    assertThat(replaced).isEqualTo(1);
  }

  @Test
  void onlyAFailureThatMayPassIsTriedAgain() throws Exception {
    workers
        .answering("a", worker -> worker.tell(WorkerNews.failed("no such file", false)))
        .answering("b", worker -> worker.tell(WorkerNews.failed("no memory", true)))
        .answering(
            "c",
            worker -> worker.tell(WorkerNews.failed("no memory", true)),
            worker -> worker.tell(WorkerNews.failed("still no memory", true)));

    assertThat(paint(1, 1, "a", "b", "c")).isEmpty();

    assertThat(diary.lines())
        .containsExactly(
            "a begun",
            "a failed: no such file",
            "b begun",
            "b tried again: no memory",
            "c begun",
            "c tried again: no memory",
            "b begun",
            "b painted",
            "c begun",
            "c failed: still no memory");
    assertThat(replaced).isZero();
  }

  @Test
  void aJobThatAnotherProcessHasGoesLastAndIsWaitedForThen() throws Exception {
    workers.answering("a", worker -> worker.tell(WorkerNews.of(Kind.BUSY)));

    assertThat(paint(1, 0, "a", "b", "c")).isEmpty();

    assertThat(diary.lines())
        .containsExactly(
            "a begun",
            "a busy",
            "b begun",
            "b painted",
            "c begun",
            "c painted",
            "a begun",
            "a painted");
    assertThat(workers.hired().get(0).orders())
        .extracting(WorkOrder::patient)
        .containsExactly(false, false, false, true);
  }

  @Test
  void anIdleWorkerTakesOverWhatAnotherPutBack() throws Exception {
    workers.answering(
        "a",
        worker -> worker.tell(WorkerNews.of(Kind.STOPPED)),
        other -> {
          other.paint();
          workers.hired().get(1).end(143);
        });

    assertThat(paint(2, 0, "b", "a")).isEmpty();

    assertThat(diary.lines())
        .containsExactly("b begun", "a begun", "b painted", "a put back", "a begun", "a painted");
    assertThat(workers.hired()).hasSize(2);
    assertThat(workers.hired().get(0).orders()).hasSize(2);
    assertThat(replaced).isZero();
  }

  @Test
  void theRulesAreChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CrewRules(0, 1, false, Redo.NEVER, false, SINCE))
        .withMessage("there must be at least 1 worker, not 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CrewRules(1, -1, false, Redo.NEVER, false, SINCE))
        .withMessage("retries must be at least 0, not -1");
  }

  private List<Task> paint(int count, int retries, String... outputs) throws Exception {
    CrewRules rules = new CrewRules(count, retries, false, Redo.NEVER, false, SINCE);
    try (Crew crew = new Crew(rules, workers, () -> 0)) {
      List<Task> left = crew.paint(tasks(outputs), diary);
      replaced = crew.replaced();
      return left;
    }
  }
}
