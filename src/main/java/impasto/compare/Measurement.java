package impasto.compare;

import java.util.Optional;

/**
 * What was measured of a picture.
 *
 * @param output its file, relative to the comparison's folder, with slashes
 * @param sha256 of its file
 * @param seconds from the start of the process that painted it to its end
 * @param judgement how it was judged, if it was
 */
public record Measurement(
    String output, String sha256, double seconds, Optional<Judgement> judgement) {

  /** The same with a judgement. */
  public Measurement judged(Judgement other) {
    return new Measurement(output, sha256, seconds, Optional.of(other));
  }

  /** The same without a judgement. */
  public Measurement unjudged() {
    return new Measurement(output, sha256, seconds, Optional.empty());
  }
}
