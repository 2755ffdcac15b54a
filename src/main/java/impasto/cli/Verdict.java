package impasto.cli;

import impasto.report.RunRecord;
import java.util.Optional;

/** What is to be done about a job. */
sealed interface Verdict {

  /** It is to be painted. */
  record Paint() implements Verdict {}

  /**
   * It is done.
   *
   * @param record of the run that painted it
   */
  record Skip(RunRecord record) implements Verdict {}

  /**
   * Its picture is of other inputs or settings, and stays.
   *
   * @param record of the run that painted it
   * @param reason what differs
   */
  record Stale(RunRecord record, String reason) implements Verdict {}

  /**
   * It cannot be painted.
   *
   * @param reason why
   */
  record Impossible(String reason) implements Verdict {}

  /** The record of the picture that is there and stays. */
  default Optional<RunRecord> standing() {
    if (this instanceof Skip skip) {
      return Optional.of(skip.record());
    }
    return this instanceof Stale stale ? Optional.of(stale.record()) : Optional.empty();
  }
}
