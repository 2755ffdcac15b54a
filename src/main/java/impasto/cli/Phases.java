package impasto.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Measures how long the phases of a run take. */
final class Phases {
  private static final double NANOSECONDS = 1e9;

  private final LongSupplier nanoTime;
  private final long start;
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private long last;

  /**
   * Begins the first phase.
   *
   * @param nanoTime the clock
   */
  Phases(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    start = nanoTime.getAsLong();
    last = start;
  }

  /** Ends a phase; the next begins. */
  void end(String phase) {
    long now = nanoTime.getAsLong();
    seconds.merge(phase, (now - last) / NANOSECONDS, Double::sum);
    last = now;
  }

  /** Seconds by phase, and their total. */
  Map<String, Double> seconds() {
    Map<String, Double> all = new LinkedHashMap<>(seconds);
    all.put("total", (last - start) / NANOSECONDS);
    return all;
  }
}
