package impasto.compare;

import impasto.batch.Source;
import java.util.Optional;

/**
 * One picture of a comparison.
 *
 * @param recipe the name of its recipe
 * @param content the photo
 * @param style the painting
 * @param size the longer side in pixels
 * @param seed of the random start, if the comparison is over seeds
 * @param output the file of the picture, relative to the comparison's folder, with slashes
 */
public record Trial(
    String recipe, Source content, Source style, int size, Optional<Long> seed, String output) {

  /** What is compared: pictures that differ in their recipe alone. */
  public Round round() {
    return new Round(pair(), size, seed);
  }

  /** The photo and the painting. */
  public Pair pair() {
    return new Pair(content, style);
  }

  /**
   * A photo and a painting.
   *
   * @param content the photo
   * @param style the painting
   */
  public record Pair(Source content, Source style) {}

  /**
   * The conditions that recipes compete under.
   *
   * @param pair the photo and the painting
   * @param size the longer side in pixels
   * @param seed of the random start, if the comparison is over seeds
   */
  public record Round(Pair pair, int size, Optional<Long> seed) {}
}
