package impasto.batch;

/** Which results that are there are painted again. */
public enum Redo {
  /** None. */
  NEVER,
  /** Those painted from other inputs or with other settings. */
  STALE,
  /** All. */
  ALL
}
