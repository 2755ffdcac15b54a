package impasto.report;

import java.util.Optional;

/**
 * How the picture was written.
 *
 * @param bitDepth bits a channel, 8 or 16; empty for what suits the inputs and the format
 * @param jpegQuality quality of a JPEG, 1 to 100
 * @param strip whether settings and other metadata were left out of the file
 * @param maxPixels the most pixels a picture may have, at least 1
 */
public record OutputSettings(
    Optional<Integer> bitDepth, int jpegQuality, boolean strip, long maxPixels) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public OutputSettings {
    bitDepth.ifPresent(
        bits -> {
          if (bits != 8 && bits != 16) {
            throw new IllegalArgumentException("the bit depth must be 8 or 16, not " + bits);
          }
        });
    if (jpegQuality < 1 || jpegQuality > 100) {
      throw new IllegalArgumentException(
          "the quality of a JPEG must be 1 to 100, not " + jpegQuality);
    }
    Require.atLeast("the most pixels", 1, maxPixels);
  }
}
