package impasto.transfer;

import java.util.Map;

/**
 * The objective of a picture.
 *
 * @param width of the picture in pixels
 * @param height of the picture in pixels
 * @param loss the objective
 * @param terms what it is the sum of, by name, weighted
 */
public record Score(int width, int height, double loss, Map<String, Double> terms) {}
