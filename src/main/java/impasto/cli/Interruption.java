package impasto.cli;

import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

/**
 * Hears of Ctrl-C and termination. The JVM runs shutdown hooks then; ours only asks the run to stop
 * and waits until it has saved what it has. The JVM's own exit codes, 130 and 143, remain.
 */
final class Interruption implements BooleanSupplier, AutoCloseable {
  private final Runnable wake;
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "interruption");
  private volatile boolean requested;

  private Interruption(Runnable wake) {
    this.wake = wake;
  }

  /** Begins to listen. */
  static Interruption listen() {
    return listen(() -> {});
  }

  /**
   * Begins to listen.
   *
   * @param wake called when the run should stop, for those who wait instead of asking
   */
  static Interruption listen(Runnable wake) {
    Interruption interruption = new Interruption(wake);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** Whether the run should stop. */
  @Override
  public boolean getAsBoolean() {
    return requested;
  }

  /** Says that the run has ended and saved what there is. */
  @Override
  public void close() {
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is shutting down already: the hook has what it waited for.
    }
  }

  private void stop() {
    requested = true;
    wake.run();
    try {
      // However long an evaluation takes: whoever cannot wait kills.
      finished.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
