package impasto.samples;

/**
 * The engraver's tool: parallel lines that swell in the dark and taper in the light.
 *
 * <p>A family of lines is a phase: a smooth function of the place that grows by 1 from one line to
 * the next.
 */
public record Burin(Noise noise) {
  /**
   * How much ink a family of lines leaves at a place, 0..1.
   *
   * @param phase the number of the line, with its fraction
   * @param spacing the distance between two lines here, in pixels
   * @param darkness how much of the paper the lines shall cover, 0..1
   */
  public double ink(double phase, double spacing, double darkness) {
    double line = Math.rint(phase);
    // The hand trembles: every line has a weight of its own, and breaks where it is thin.
    double hand = 0.85 + 0.3 * noise.cell((int) line, 1);
    double half = 0.5 * Ease.clamp(darkness * hand);
    double away = Math.abs(phase - line);
    double soft = 0.55 / Math.max(1.2, spacing);
    return half < 0.03
        ? 0
        : Ease.smooth(half + soft, half - soft, away) * Ease.smooth(0.03, 0.07, half);
  }

  /**
   * The same for lines that fan out: where they are far apart, finer ones begin between them.
   *
   * @param best the distance between lines to keep to, in pixels
   */
  public double fanInk(double phase, double spacing, double best, double darkness) {
    double level = Math.log(Math.max(1e-3, spacing / best)) / Math.log(2);
    double whole = Math.floor(level);
    double factor = Math.pow(2, whole);
    double coarse = ink(phase * factor, spacing / factor, darkness);
    double fine = ink(phase * factor * 2, spacing / factor / 2, darkness);
    return Ease.mix(coarse, fine, Ease.smooth(0.35, 0.65, level - whole));
  }
}
