package impasto.transfer;

import java.nio.file.Path;

/** A checkpoint cannot be gone on from. */
public final class UnusableCheckpointException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param file the checkpoint
   * @param reason why, as the middle of a sentence
   * @param cause what was thrown underneath, or null
   */
  public UnusableCheckpointException(Path file, String reason, Throwable cause) {
    super(
        "cannot resume from %s: %s; remove it, or begin anew with --overwrite"
            .formatted(file, reason),
        cause);
  }
}
