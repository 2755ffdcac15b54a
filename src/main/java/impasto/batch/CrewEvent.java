package impasto.batch;

/** Something that a crew has to see to. */
public sealed interface CrewEvent {

  /**
   * A worker told something.
   *
   * @param worker who
   * @param news what
   */
  record Told(Worker worker, WorkerNews news) implements CrewEvent {}

  /**
   * A worker has ended.
   *
   * @param worker who
   * @param exitCode what its process exited with; above 128 if a signal ended it
   */
  record Ended(Worker worker, int exitCode) implements CrewEvent {}

  /** Nothing new is to be begun, and what is running is to be saved. */
  record StopRequested() implements CrewEvent {}
}
