package impasto.image;

import java.nio.file.Path;

/** A picture file that cannot be written; the message is one line for the user. */
public final class UnwritablePictureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param file the picture file
   * @param reason why it cannot be written, and the way out
   * @param cause what was thrown underneath, or null
   */
  UnwritablePictureException(Path file, String reason, Throwable cause) {
    super(("cannot write " + file + ": " + reason).replaceAll("\\s*\\R\\s*", " "), cause);
  }
}
