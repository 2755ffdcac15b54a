package impasto.cli;

import impasto.batch.Job;
import impasto.report.BatchSummary;
import impasto.report.JobState;
import impasto.report.RunRecord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of a batch's jobs, added up.
 *
 * @param jobs all of them
 * @param ledger knows what became of each
 */
record BatchTally(List<PlannedJob> jobs, BatchLedger ledger) {
  private static final int MOST_REASONS = 5;

  /** Copies the list. */
  BatchTally {
    jobs = List.copyOf(jobs);
  }

  /** How many jobs there are in each state. */
  Map<JobState, Integer> counts() {
    Map<JobState, Integer> counts = new EnumMap<>(JobState.class);
    for (JobState state : JobState.values()) {
      counts.put(state, 0);
    }
    jobs.forEach(job -> counts.merge(ledger.outcome(job).state(), 1, Integer::sum));
    return counts;
  }

  /** The jobs that failed. */
  List<BatchSummary.Failure> failures() {
    List<BatchSummary.Failure> failures = new ArrayList<>();
    for (PlannedJob planned : jobs) {
      BatchLedger.Outcome outcome = ledger.outcome(planned);
      if (outcome.state() == JobState.FAILED) {
        Job job = planned.task().job();
        failures.add(
            new BatchSummary.Failure(
                job.output(),
                job.content().file().toString(),
                job.styles().stream().map(style -> style.file().toString()).toList(),
                outcome.reason().orElse("")));
      }
    }
    return failures;
  }

  /** Why pictures are stale, and how many for each reason; of many reasons the first ones. */
  Map<String, Integer> staleReasons() {
    Map<String, Integer> reasons = new LinkedHashMap<>();
    for (PlannedJob job : jobs) {
      BatchLedger.Outcome outcome = ledger.outcome(job);
      String reason = outcome.reason().orElse("");
      if (outcome.state() == JobState.STALE
          && (reasons.containsKey(reason) || reasons.size() < MOST_REASONS)) {
        reasons.merge(reason, 1, Integer::sum);
      }
    }
    return reasons;
  }

  /** The seconds of a phase of the runs that painted the batch's pictures, summed up. */
  double seconds(String phase) {
    return ledger.painted().stream()
        .map(RunRecord::seconds)
        .mapToDouble(seconds -> seconds.getOrDefault(phase, 0.0))
        .sum();
  }
}
