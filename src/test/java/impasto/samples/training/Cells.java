package impasto.samples.training;

import impasto.samples.Noise;
import java.util.List;

/**
 * Cells around scattered points, one point for each unit square (Worley, "A cellular texture basis
 * function", SIGGRAPH 1996).
 *
 * @param jitter 0 for points in rows, 1 for points anywhere
 */
record Cells(Noise noise, double jitter, Metric metric) {
  /** How far apart two points are. */
  interface Metric {
    double of(double dx, double dy);
  }

  private static final List<Metric> METRICS =
      List.of(
          Math::hypot,
          Math::hypot,
          Math::hypot,
          (dx, dy) -> Math.abs(dx) + Math.abs(dy),
          (dx, dy) -> Math.max(Math.abs(dx), Math.abs(dy)),
          (dx, dy) -> Math.hypot(dx, 0.45 * dy));

  /**
   * The cell at a place.
   *
   * @param x where its point is
   * @param first the distance to it
   * @param rim the distance to the edge of the cell
   */
  record Hit(int i, int j, double x, double y, double first, double rim) {}

  static Cells of(Dice dice) {
    return new Cells(dice.noise(), dice.between(0.3, 1), dice.one(METRICS));
  }

  /** Round cells. */
  static Cells round(Dice dice) {
    return new Cells(dice.noise(), dice.between(0.6, 1), Math::hypot);
  }

  /** A number in 0..1 that belongs to a cell. */
  double own(Hit hit, int number) {
    return noise.cell(hit.i + 7919 * number, hit.j);
  }

  Hit at(double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double first = 9;
    double second = 9;
    double[] near = {x, y};
    double[] next = {x, y};
    int cellX = left;
    int cellY = top;
    for (int j = top - 1; j <= top + 1; j++) {
      for (int i = left - 1; i <= left + 1; i++) {
        double px = i + 0.5 + jitter * (noise.cell(i, j) - 0.5);
        double py = j + 0.5 + jitter * (noise.cell(i, j + 5003) - 0.5);
        double d = metric.of(px - x, py - y);
        if (d < first) {
          second = first;
          next = near;
          first = d;
          near = new double[] {px, py};
          cellX = i;
          cellY = j;
        } else if (d < second) {
          second = d;
          next = new double[] {px, py};
        }
      }
    }
    double apart = metric.of(next[0] - near[0], next[1] - near[1]);
    double rim = (second - first) * (second + first) / Math.max(0.1, 2 * apart);
    return new Hit(cellX, cellY, near[0], near[1], first, rim);
  }
}
