package impasto.report;

import java.util.Locale;

/** How a job of a batch stands. */
public enum JobState {
  /** It was painted in this batch. */
  DONE,
  /** Its picture was there already and is what would be painted now. */
  SKIPPED,
  /** Its picture was there already, painted from other files or settings, and was left alone. */
  STALE,
  /** It could not be painted. */
  FAILED,
  /** The batch ended before its turn came. */
  LEFT;

  /** The word for it on the page. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
