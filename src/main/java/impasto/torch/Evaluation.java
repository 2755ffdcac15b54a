package impasto.torch;

import ai.djl.ndarray.NDArray;
import java.util.Map;

/**
 * A function and its gradient at one point.
 *
 * @param value the value
 * @param gradient the gradient, of the point's shape and type
 * @param terms what the value is the sum of, by name; empty if it has no parts
 */
public record Evaluation(double value, NDArray gradient, Map<String, Double> terms) {}
