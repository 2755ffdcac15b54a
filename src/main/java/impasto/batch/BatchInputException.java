package impasto.batch;

import impasto.report.Printable;

/** Input of a batch that no jobs can be made of; the message is one line for the user. */
public final class BatchInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Refuses an input.
   *
   * @param where the option and its value, or the file and its line
   * @param reason what is wrong there, and the way out
   * @param cause what was thrown underneath, or null
   */
  public BatchInputException(String where, String reason, Throwable cause) {
    super(Printable.text(where + ": " + reason), cause);
  }
}
