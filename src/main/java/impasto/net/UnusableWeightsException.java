package impasto.net;

/** Weights that fit no network we know, or do not reach a layer that was asked for. */
public final class UnusableWeightsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message one line that says what is wrong and, where there is one, the way out
   */
  public UnusableWeightsException(String message) {
    super(message);
  }
}
