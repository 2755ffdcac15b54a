package impasto.models;

import java.io.IOException;

/**
 * Something in a file is not as its format has it.
 *
 * <p>Readers throw it with the reason alone; {@link WeightFiles} puts the file's name before it.
 */
final class MalformedFileException extends IOException {
  private static final long serialVersionUID = 1L;

  MalformedFileException(String reason) {
    super(reason);
  }

  MalformedFileException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
