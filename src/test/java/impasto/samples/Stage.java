package impasto.samples;

import java.util.List;

/** Panels over still water, under a sky, in hazy air: what a ray of sight meets. Metres. */
record Stage(List<Panel> panels, Pavement pavement, Sky sky, Noise waves, Rgb haze, Rgb depth) {
  /** The light that comes from direction {@code d} (length 1) to the viewer. */
  Rgb look(Vec from, Vec d, double cone) {
    double sea = d.y() < 0 ? from.y() / -d.y() : Double.POSITIVE_INFINITY;
    double ground = pavement.distance(from, d);
    double far = Math.min(sea, ground);
    double[] distances = new double[panels.size()];
    double left = 1;
    Rgb sum = Rgb.BLACK;
    for (int i = 0; i < distances.length; i++) {
      distances[i] = panels.get(i).distance(from, d);
    }
    for (int next = nearest(distances, 0, far); next >= 0 && left > 0.01; ) {
      double distance = distances[next];
      Texture.Spot spot = panels.get(next).look(from, d, distance, cone);
      sum = sum.plus(spot.light().mix(haze.times(spot.opacity()), fog(distance)).times(left));
      left *= 1 - spot.opacity();
      distances[next] = -1;
      next = nearest(distances, 0, far);
    }
    if (left <= 0.01) {
      return sum;
    }
    return sum.plus(backdrop(from, d, far, ground < sea, cone).times(left));
  }

  private Rgb backdrop(Vec from, Vec d, double far, boolean paved, double cone) {
    if (paved) {
      Vec at = from.plus(d.times(far));
      return pavement.light(at.x(), at.z()).mix(haze, fog(far));
    }
    return d.y() < 0 ? water(from, d, far, cone) : sky.light(d);
  }

  private static double fog(double distance) {
    return 1 - Math.exp(-distance / 420);
  }

  private Rgb water(Vec from, Vec d, double far, double cone) {
    Vec at = from.plus(d.times(far));
    double calm = Math.min(1, 14 / far);
    double slow = waves.fractal(0.8 * at.x(), 0.55 * at.z(), 3);
    double fast = waves.fractal(3.1 * at.x() + 9, 2.3 * at.z(), 3);
    double tiltX = calm * (0.030 * slow + 0.030 * fast);
    double tiltZ = calm * (0.045 * waves.fractal(0.9 * at.x() - 40, 0.8 * at.z(), 4) + 0.02 * fast);
    Vec mirrored = d.bounce(new Vec(tiltX, 1, tiltZ).unit());
    Vec up = new Vec(mirrored.x(), Math.max(0.01, mirrored.y()), mirrored.z()).unit();
    double fresnel = 0.06 + 0.94 * Math.pow(1 - Math.abs(d.y()), 3.2);
    Vec start = new Vec(at.x(), 0.001, at.z());
    return depth.mix(look(start, up, cone * 1.5), Math.min(0.92, fresnel));
  }

  private static int nearest(double[] distances, double from, double to) {
    int best = -1;
    for (int i = 0; i < distances.length; i++) {
      double t = distances[i];
      if (t > from && t < to && (best < 0 || t < distances[best])) {
        best = i;
      }
    }
    return best;
  }
}
