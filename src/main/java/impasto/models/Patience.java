package impasto.models;

import java.time.Duration;

/**
 * How long a download goes on trying.
 *
 * @param stall how long a server may say nothing
 * @param attempts how many tries there are, at least 1
 * @param pause waits before a further try
 */
public record Patience(Duration stall, int attempts, Pause pause) {
  private static final int ATTEMPTS = 5;

  /** Waits between two tries. */
  public interface Pause {

    /**
     * Waits.
     *
     * @param attempt the number of the try to come, 2 or more
     * @throws InterruptedException if the thread is interrupted
     */
    void before(int attempt) throws InterruptedException;
  }

  /** Five tries, with pauses of 1, 2, 4 and 8 seconds between them. */
  public static Patience of(Duration stall) {
    return new Patience(stall, ATTEMPTS, attempt -> Thread.sleep(1000L << (attempt - 2)));
  }
}
