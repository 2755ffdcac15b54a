package impasto.models;

/** A model file that is missing, unreadable, malformed or not what its user takes it for. */
public final class ModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message one line that names the file, the reason and, where there is one, the way out
   */
  public ModelException(String message) {
    super(message);
  }

  /**
   * @param message one line that names the file, the reason and, where there is one, the way out
   * @param cause what was thrown underneath
   */
  public ModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
