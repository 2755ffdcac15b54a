package impasto.transfer;

/** Hears how a run goes on. It is called on the engine's thread and must not linger. */
@FunctionalInterface
public interface TransferListener {

  /**
   * Called after each evaluation.
   *
   * @param iteration what it came to
   */
  void iterated(Iteration iteration);
}
