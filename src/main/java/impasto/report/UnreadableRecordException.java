package impasto.report;

/** Settings or a record that cannot be read; the message is one line for the user. */
public final class UnreadableRecordException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 400;

  /**
   * @param source the file, or what else the text came from
   * @param reason why it cannot be read, and the way out
   * @param cause what was thrown underneath, or null
   */
  UnreadableRecordException(String source, String reason, Throwable cause) {
    super(Printable.text(source) + ": " + Printable.shortened(reason, LONGEST), cause);
  }
}
