package impasto.image;

import java.nio.file.Path;

/** A picture file that cannot be read; the message is one line for the user. */
public final class UnreadablePictureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param file the picture file
   * @param reason why it cannot be read, and the way out
   * @param cause what was thrown underneath, or null
   */
  public UnreadablePictureException(Path file, String reason, Throwable cause) {
    super(("cannot read " + file + ": " + reason).replaceAll("\\s*\\R\\s*", " "), cause);
  }
}
