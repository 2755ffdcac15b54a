package impasto.samples.training;

import impasto.samples.Ease;
import impasto.samples.Vec;
import java.util.List;

/**
 * A body as a potter turns it, seen from the side: balls, eggs, jars, bottles, sticks.
 *
 * @param x where its middle is
 * @param half half its length
 * @param turn where its axis points
 * @param profile how wide it is along its axis
 * @param skin its colours, around its middle
 */
record Turned(
    double x, double y, double half, double turn, Profile profile, Motif skin, double gloss) {
  /** The radius at a place of the axis, -1..1, in half lengths. */
  interface Profile {
    double at(double t);
  }

  static Profile profile(Dice dice) {
    double slim = dice.between(0.25, 0.9);
    double waist = dice.between(-0.4, 0.4);
    double neck = dice.between(0.08, 0.3);
    double shoulder = dice.between(-0.3, 0.4);
    return dice.one(
        List.of(
            t -> round(t, 2),
            t -> round(t, 2),
            t -> slim * round(t, 2) * (1 + waist * t),
            t -> slim * round(t, 10),
            t -> 0.7 * slim * round(t, 6) * (1 + waist * Math.cos(4 * t)),
            t ->
                round(t, 14)
                    * Ease.mix(neck, slim, Ease.smooth(shoulder - 0.3, shoulder + 0.2, t))));
  }

  /** The unit normal at a place, or null beside the body. */
  Vec normal(double px, double py) {
    double cos = Math.cos(turn);
    double sin = Math.sin(turn);
    double along = ((px - x) * cos + (py - y) * sin) / half;
    double across = ((py - y) * cos - (px - x) * sin) / half;
    if (Math.abs(along) >= 1) {
      return null;
    }
    double radius = profile.at(along);
    double rest = radius * radius - across * across;
    if (rest <= 0) {
      return null;
    }
    double e = 0.01;
    double ahead = profile.at(Math.min(1, along + e));
    double back = profile.at(Math.max(-1, along - e));
    double lean = -(ahead * ahead - back * back) / (4 * e);
    return new Vec(lean * cos - across * sin, lean * sin + across * cos, Math.sqrt(rest)).unit();
  }

  /** How far a place is from the middle: 1 on the edge of an ellipse about as large as the body. */
  double away(double px, double py) {
    double along = ((px - x) * Math.cos(turn) + (py - y) * Math.sin(turn)) / half;
    double across = ((py - y) * Math.cos(turn) - (px - x) * Math.sin(turn)) / half;
    return Math.hypot(along, across / Math.max(0.1, profile.at(0.3)));
  }

  private static double round(double t, double power) {
    return Math.pow(Math.max(0, 1 - Math.pow(Math.abs(t), power)), 0.5);
  }
}
