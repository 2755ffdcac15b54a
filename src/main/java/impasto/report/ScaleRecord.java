package impasto.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How one scale went.
 *
 * @param width of the picture at this scale, in pixels
 * @param height of the picture at this scale, in pixels
 * @param evaluations of the objective at this scale, at least 1
 * @param loss the lowest finite loss; NaN if there was none
 * @param terms what the lowest loss was the sum of, by name, weighted
 * @param seconds that the scale took, its targets included
 */
public record ScaleRecord(
    int width,
    int height,
    int evaluations,
    double loss,
    Map<String, Double> terms,
    double seconds) {

  /**
   * Copies the map, in its order, and checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public ScaleRecord {
    terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
    Require.atLeast("the width of a scale", 1, width);
    Require.atLeast("the height of a scale", 1, height);
    Require.atLeast("the evaluations of a scale", 1, evaluations);
    Require.seconds("the time of a scale", seconds);
  }
}
