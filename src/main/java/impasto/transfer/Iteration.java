package impasto.transfer;

import java.util.Map;

/**
 * What one evaluation of the objective came to.
 *
 * @param scale the scale's number, from 1
 * @param scales how many scales there are
 * @param width of the picture at this scale, in pixels
 * @param height of the picture at this scale, in pixels
 * @param iteration the number of the evaluation at this scale, from 1
 * @param iterations how many there will be at this scale
 * @param evaluations the number of the evaluation in the whole run, from 1
 * @param loss the objective where the optimiser now stands
 * @param terms what the loss is the sum of, by name, weighted
 * @param seconds since the start of the run
 */
public record Iteration(
    int scale,
    int scales,
    int width,
    int height,
    int iteration,
    int iterations,
    int evaluations,
    double loss,
    Map<String, Double> terms,
    double seconds) {}
