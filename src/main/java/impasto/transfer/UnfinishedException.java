package impasto.transfer;

import impasto.image.Picture;
import impasto.torch.ComputationException;
import java.util.Optional;

/** A run failed in its course; what it had painted until then is kept. */
public final class UnfinishedException extends ComputationException {
  private static final long serialVersionUID = 1L;

  // Exceptions are serializable by birth; nobody serialises this one.
  private final transient Optional<Picture> lastGood;

  UnfinishedException(String message, Throwable cause, Optional<Picture> lastGood) {
    super(message, cause);
    this.lastGood = lastGood;
  }

  /** The best picture before the failure; empty if nothing was painted yet. */
  public Optional<Picture> lastGood() {
    return lastGood;
  }
}
