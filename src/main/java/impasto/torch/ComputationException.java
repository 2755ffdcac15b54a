package impasto.torch;

/**
 * The engine cannot start, or a computation failed: no usable device, no memory, no finite value.
 */
public class ComputationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message one line that says what failed and, where there is one, the way out
   */
  public ComputationException(String message) {
    super(message);
  }

  /**
   * @param message one line that says what failed and, where there is one, the way out
   * @param cause what was thrown underneath
   */
  public ComputationException(String message, Throwable cause) {
    super(message, cause);
  }
}
