package impasto.batch;

/** No worker could be brought to work. */
public final class CrewFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message one line for the user
   * @param cause what was thrown underneath, or null
   */
  CrewFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
