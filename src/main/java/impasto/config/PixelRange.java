package impasto.config;

/**
 * The units of the optimised picture.
 *
 * <p>They matter: the first step of L-BFGS and the learning rate of Adam are lengths in these
 * units.
 */
public enum PixelRange {
  /** White is 1. */
  UNIT(1),
  /** White is 255. */
  BYTE(255);

  private final int white;

  PixelRange(int white) {
    this.white = white;
  }

  /** The value of white; black is 0. */
  public int white() {
    return white;
  }
}
