package impasto.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import impasto.config.LossScaling;
import impasto.config.PixelRange;

/**
 * The anisotropic total variation of the picture, w * sum |x(i+1,j) - x(i,j)| + |x(i,j+1) - x(i,j)|
 * over all channels (Rudin, Osher and Fatemi 1992; summed as in neural-style's PyTorch port); with
 * {@link LossScaling#RELATIVE} the mean over all values of the picture, in units of white; with
 * {@link LossScaling#NORMALIZED} the mean of squared differences instead, in units of white squared
 * (Mahendran and Vedaldi, <i>Understanding Deep Image Representations by Inverting Them</i>, CVPR
 * 2015).
 */
public final class TotalVariationLoss {
  private static final int ROWS = 2;
  private static final int COLUMNS = 3;

  private final double weight;
  private final LossScaling scaling;
  private final PixelRange range;

  /**
   * @param weight the factor
   * @param scaling the units of the term
   * @param range the units of the picture
   */
  public TotalVariationLoss(double weight, LossScaling scaling, PixelRange range) {
    this.weight = weight;
    this.scaling = scaling;
    this.range = range;
  }

  /**
   * Evaluates the loss.
   *
   * @param picture 1 x 3 x H x W
   * @return the weighted value and the gradient by the picture, where the derivative of |0| is 0
   */
  public LossTerm evaluate(NDArray picture) {
    double factor =
        switch (scaling) {
          case ABSOLUTE -> weight;
          case RELATIVE -> weight / (range.white() * picture.size());
          case NORMALIZED -> weight / ((double) range.white() * range.white() * picture.size());
        };
    LossTerm rows = along(picture, ROWS);
    LossTerm columns = along(picture, COLUMNS);
    NDArray gradient = rows.gradient().addi(columns.gradient()).muli(factor);
    return new LossTerm(factor * (rows.value() + columns.value()), gradient);
  }

  private LossTerm along(NDArray picture, int axis) {
    String all = axis == ROWS ? ":,:," : ":,:,:,";
    NDArray next = picture.get(new NDIndex(all + "1:"));
    NDArray previous = picture.get(new NDIndex(all + ":-1"));
    NDArray difference = next.sub(previous);
    boolean squared = scaling == LossScaling.NORMALIZED;
    NDArray slope = squared ? difference.mul(2) : difference.sign();
    NDArray zero = picture.get(new NDIndex(all + "0:1")).zerosLike();
    NDArray gradient = zero.concat(slope, axis).subi(slope.concat(zero, axis));
    NDArray summands = squared ? difference.square() : difference.abs();
    return new LossTerm(Scale.number(summands.sum()), gradient);
  }
}
