package impasto.loss;

import ai.djl.ndarray.NDArray;

/**
 * A loss and its gradient.
 *
 * @param value the loss, weighted
 * @param gradient the gradient by what the loss was computed from, of its shape
 */
public record LossTerm(double value, NDArray gradient) {}
