package impasto.models;

import java.io.IOException;

/** A server did not give what was asked of it; the message is the reason, in plain words. */
final class FetchException extends IOException {
  private static final long serialVersionUID = 1L;

  private final boolean passing;

  private FetchException(String reason, boolean passing, Throwable cause) {
    super(reason, cause);
    this.passing = passing;
  }

  /** One that may be gone at the next try. */
  static FetchException passing(String reason, Throwable cause) {
    return new FetchException(reason, true, cause);
  }

  /** One that the next try would meet again. */
  static FetchException lasting(String reason, Throwable cause) {
    return new FetchException(reason, false, cause);
  }

  /** Whether another try makes sense. */
  boolean isPassing() {
    return passing;
  }
}
