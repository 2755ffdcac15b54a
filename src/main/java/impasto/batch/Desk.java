package impasto.batch;

/** A worker's place and what lies on it; it belongs to the crew's thread. */
final class Desk {
  /** Its number among those at work, from 0. */
  final int place;

  /** When its worker was begun, in nanoseconds. */
  final long since;

  /** Whether the worker can paint. */
  boolean ready;

  /** Whether the worker ends, or was asked to. */
  boolean dismissed;

  /** What the worker paints; null if nothing. */
  Attempt current;

  Desk(int place, long since) {
    this.place = place;
    this.since = since;
  }

  /** Takes away what the worker has painted. */
  Attempt cleared() {
    Attempt attempt = current;
    current = null;
    return attempt;
  }
}
