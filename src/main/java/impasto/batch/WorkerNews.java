package impasto.batch;

import java.util.Optional;

/**
 * What a worker tells, as a line of JSON on its standard output: that it is ready, how far its job
 * is, and what became of it.
 *
 * @param kind what it is about
 * @param share of the job that is done, from 0 to 1
 * @param reason in a sentence, where there is one
 * @param mayPass whether a job that failed may succeed another time
 */
public record WorkerNews(Kind kind, double share, Optional<String> reason, boolean mayPass) {

  /** What it can be about. */
  public enum Kind {
    /** The engine runs, and a job can begin. */
    READY,
    /** The job goes on. */
    PAINTING,
    /** The job's picture was painted. */
    PAINTED,
    /** The job's picture was there, and is what it should be. */
    FOUND,
    /** A picture was there, painted from other inputs or with other settings. */
    STALE,
    /** Another process has the job. */
    BUSY,
    /** The job could not be painted. */
    FAILED,
    /** The job was stopped; what there is of it was saved. */
    STOPPED
  }

  /** News without details. */
  public static WorkerNews of(Kind kind) {
    return new WorkerNews(kind, 0, Optional.empty(), false);
  }

  /** How far a job is. */
  public static WorkerNews painting(double share) {
    return new WorkerNews(Kind.PAINTING, share, Optional.empty(), false);
  }

  /** That a picture is stale. */
  public static WorkerNews stale(String reason) {
    return new WorkerNews(Kind.STALE, 0, Optional.of(reason), false);
  }

  /**
   * That a job failed.
   *
   * @param mayPass whether it may succeed another time
   */
  public static WorkerNews failed(String reason, boolean mayPass) {
    return new WorkerNews(Kind.FAILED, 0, Optional.of(reason), mayPass);
  }
}
