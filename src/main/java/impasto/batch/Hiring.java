package impasto.batch;

import java.util.function.Consumer;

/** Begins workers. */
@FunctionalInterface
public interface Hiring {

  /**
   * Begins one.
   *
   * @param place its number among those at work, from 0
   * @param events hears of it, from any thread
   * @throws CrewFailedException if that is not possible
   */
  Worker hire(int place, Consumer<CrewEvent> events);
}
