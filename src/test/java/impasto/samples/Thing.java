package impasto.samples;

import java.util.function.UnaryOperator;

/**
 * A body on the table.
 *
 * @param middle where it is
 * @param bound no part of it is farther than this from its middle
 * @param form its shape around the origin
 * @param skin its colour around the origin
 * @param gloss how much it mirrors, seen straight on, 0..1
 * @param bumps the depth of the pores of its skin
 */
record Thing(Vec middle, double bound, Form form, Skin skin, double gloss, double bumps) {
  /** A shape: the distance from a point to its surface, or a little less; negative within. */
  interface Form {
    double distance(Vec p);
  }

  /** A colour for every point of the surface. */
  interface Skin {
    Rgb colour(Vec p);
  }

  /** The distance from a point to the body; from far away that of its bounding ball. */
  double distance(Vec p) {
    Vec local = p.minus(middle);
    double ball = local.length() - bound;
    return ball > 0.25 ? ball : form.distance(local);
  }

  /** Whether a part of the body may be nearer to a point than {@code limit}. */
  boolean near(Vec p, double limit) {
    Vec local = p.minus(middle);
    double reach = limit + bound;
    return local.dot(local) < reach * reach;
  }

  /** The same thing turned by {@code roll} about the line of sight and {@code yaw} upright. */
  Thing turned(double roll, double yaw) {
    double cr = Math.cos(roll);
    double sr = Math.sin(roll);
    double cy = Math.cos(yaw);
    double sy = Math.sin(yaw);
    UnaryOperator<Vec> turn =
        p -> {
          double x = p.x() * cy - p.z() * sy;
          double z = p.x() * sy + p.z() * cy;
          return new Vec(x * cr - p.y() * sr, x * sr + p.y() * cr, z);
        };
    return new Thing(
        middle,
        bound,
        p -> form.distance(turn.apply(p)),
        p -> skin.colour(turn.apply(p)),
        gloss,
        bumps);
  }
}
