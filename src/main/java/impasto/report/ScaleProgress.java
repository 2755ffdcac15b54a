package impasto.report;

import java.util.Map;

/**
 * How one scale goes so far.
 *
 * @param scale its number, from 1
 * @param record what has come of it
 * @param began when it began, in seconds since the start of the run
 */
record ScaleProgress(int scale, ScaleRecord record, double began) {

  /**
   * A scale at its first evaluation.
   *
   * @param began when the scale before it ended, in seconds since the start of the run
   */
  static ScaleProgress begin(LossPoint point, double began) {
    ScaleRecord nothing =
        new ScaleRecord(point.width(), point.height(), 1, Double.NaN, Map.of(), 0);
    return new ScaleProgress(point.scale(), nothing, began).with(point, 1);
  }

  /** The same after one more evaluation. */
  ScaleProgress and(LossPoint point) {
    return with(point, record.evaluations() + 1);
  }

  /** When the last evaluation ended, in seconds since the start of the run. */
  double ended() {
    return began + record.seconds();
  }

  private ScaleProgress with(LossPoint point, int evaluations) {
    // The first finite loss is better than NaN.
    boolean better = Double.isFinite(point.loss()) && !(point.loss() >= record.loss());
    return new ScaleProgress(
        scale,
        new ScaleRecord(
            record.width(),
            record.height(),
            evaluations,
            better ? point.loss() : record.loss(),
            better ? point.terms() : record.terms(),
            // A resumed run's clock may stand a little before the last evaluation it knows.
            Math.max(0, point.seconds() - began)),
        began);
  }
}
