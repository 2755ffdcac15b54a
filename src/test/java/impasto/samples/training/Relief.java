package impasto.samples.training;

import impasto.samples.Vec;

/**
 * A lit surface.
 *
 * @param height its height at a place
 * @param lamp where the light comes from
 * @param step how far apart its slope is measured
 */
record Relief(Height height, Vec lamp, double step) {
  /** A height for every place. */
  interface Height {
    double at(double x, double y);
  }

  /** A lamp beside the picture, from any side but mostly from above. */
  static Vec lamp(Dice dice) {
    double side = dice.chance(0.8) ? dice.between(-2.8, -0.3) : dice.turn();
    return new Vec(Math.cos(side), Math.sin(side), dice.between(0.5, 1.4)).unit();
  }

  /** The direction the surface faces at a place. */
  Vec normal(double x, double y) {
    double here = height.at(x, y);
    double dx = (height.at(x + step, y) - here) / step;
    double dy = (height.at(x, y + step) - here) / step;
    return new Vec(-dx, -dy, 1).unit();
  }

  /** The light on it: 1 where it lies flat, 0 in full shade. */
  double light(double x, double y) {
    return Math.max(0, normal(x, y).dot(lamp)) / lamp.z();
  }
}
