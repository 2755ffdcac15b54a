package impasto.transfer;

/**
 * Hears how a run goes on. It is called on the engine's thread; while it works the run stands
 * still.
 */
@FunctionalInterface
public interface TransferListener {

  /**
   * Called after each evaluation.
   *
   * @param iteration what it came to
   * @param now a look at the run
   */
  void iterated(Iteration iteration, Snapshot now);

  /**
   * Called when the watchdog has gone back to the last good picture.
   *
   * @param position where the run goes on
   * @param reason what was wrong, such as "the loss is NaN", and what was changed
   */
  default void restarted(Position position, String reason) {}

  /**
   * Called when a scale ends before all its iterations, since more would not be seen or there is no
   * time for them.
   *
   * @param position where the run stands
   * @param reason why
   */
  default void endedEarly(Position position, String reason) {}

  /**
   * Called when the run was asked to stop, before it ends.
   *
   * @param now a look at the run
   */
  default void stopped(Snapshot now) {}
}
