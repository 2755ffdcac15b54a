package impasto.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one evaluation of the objective came to.
 *
 * @param scale the scale's number, from 1
 * @param width of the picture at this scale, in pixels
 * @param height of the picture at this scale, in pixels
 * @param evaluations the number of the evaluation in the whole run, from 1
 * @param loss the objective; need not be finite
 * @param terms what the loss is the sum of, by name, weighted
 * @param seconds since the start of the run
 */
public record LossPoint(
    int scale,
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
  public LossPoint {
    terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
    Require.atLeast("the number of a scale", 1, scale);
    Require.atLeast("the width of a scale", 1, width);
    Require.atLeast("the height of a scale", 1, height);
    Require.atLeast("the number of an evaluation", 1, evaluations);
    Require.seconds("the time of an evaluation", seconds);
  }
}
