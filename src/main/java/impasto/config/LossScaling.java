package impasto.config;

/** The units in which the loss terms are measured. */
public enum LossScaling {
  /**
   * As in neural-style: mean squared differences of feature maps, and of Gram matrices over C * N;
   * total variation summed over the picture. (The authors' own code divides by N and weights a
   * layer by 1/C^2, which is the same term.)
   */
  ABSOLUTE,
  /**
   * Each term of content and style relative to its target's own mean square, total variation as a
   * mean in units of white: free of the picture's size, of the network's scale and of the units of
   * the picture.
   */
  RELATIVE,
  /**
   * The squared distance over the sum of absolute differences, by which the gradient keeps its
   * length however near the target is, and total variation as a mean of squared differences; as in
   * style-transfer-pytorch.
   */
  NORMALIZED
}
