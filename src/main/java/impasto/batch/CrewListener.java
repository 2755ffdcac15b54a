package impasto.batch;

/** Hears what becomes of jobs, on the thread that runs the crew. */
public interface CrewListener {

  /** A job was handed to a worker. */
  void begun(Task task);

  /**
   * A job goes on.
   *
   * @param share that is done, from 0 to 1
   */
  void progressed(Task task, double share);

  /** A job's picture was painted. */
  void painted(Task task);

  /** A job's picture was there already; another process may have painted it. */
  void found(Task task);

  /** A picture of other inputs or settings is there. */
  void stale(Task task, String reason);

  /** A job failed for good. */
  void failed(Task task, String reason);

  /** A job failed and is tried again. */
  void retried(Task task, String reason);

  /** A job was stopped and waits for another time. */
  void putBack(Task task);

  /** Another process has a job; it is waited for when all others are begun. */
  void busy(Task task);
}
