package impasto.compare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All that is known of a picture; what does not apply is empty.
 *
 * @param result what became of its trial
 * @param loss the judge's loss relative to that of the reference's picture
 * @param content the content terms likewise
 * @param style the style terms likewise
 * @param terms each term likewise, by name, weighted
 * @param secondsToBaseline when its run came to where the baseline ends
 * @param ratioToBaseline the same relative to all the time of the baseline
 * @param likeness to other pictures
 */
public record PictureNumbers(
    Result result,
    Optional<Double> loss,
    Optional<Double> content,
    Optional<Double> style,
    Map<String, Double> terms,
    Optional<Double> secondsToBaseline,
    Optional<Double> ratioToBaseline,
    Likeness likeness) {

  /** Copies the map, in its order. */
  public PictureNumbers {
    terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
  }
}
