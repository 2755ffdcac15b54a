package impasto.samples;

/** A lake between mountains, as heights above the water; a unit is about a hundred metres. */
record Valley(Noise noise, double bend) {
  static Valley of(long seed) {
    Noise noise = new Noise(seed).other(1);
    return new Valley(noise, 0.9 * (noise.cell(5, 5) - 0.5));
  }

  /** The ground's height at a place; below 0 it is lake. {@code fine} 1..9 is the detail. */
  double height(double x, double z, int fine) {
    double axis = bend * z * 0.35 + 1.1 * noise.fractal(0.11 * z, 4.2, 3);
    double aside = Math.abs(x - axis) / (2.6 + 0.10 * z);
    double walls = Ease.smooth(0.55, 2.6, aside + 0.35 * noise.fractal(0.35 * x, 0.35 * z, 3));
    double end = 0.55 * Ease.smooth(14, 27, z + 2 * noise.fractal(0.2 * x, 0.2 * z, 2));
    double rise = Math.max(walls, end) * (0.5 + 0.5 * Ease.smooth(3, 16, z));
    double rock = noise.ridged(0.085 * x + 3, 0.085 * z, fine);
    double shore = 0.34 * noise.fractal(0.5 * x, 0.5 * z, Math.min(4, fine));
    return -0.2 + 0.5 * rise + shore * (1 - rise) + rise * (5.2 * rock * rock + 3.4 * rock);
  }

  /** The ground's height with the trees that stand on it. */
  double canopy(double x, double z, int fine) {
    double ground = height(x, z, fine);
    double wood = forest(x, z, ground);
    return wood <= 0.02 ? ground : ground + 0.15 * wood * tree(x, z);
  }

  /** How thick the forest is, 0..1: near the water, in patches. */
  double forest(double x, double z, double ground) {
    double line = 1.15 + 0.7 * noise.fractal(0.5 * x + 9, 0.5 * z, 3);
    return Ease.smooth(0.015, 0.06, ground) * Ease.smooth(line, line - 0.5, ground);
  }

  /** The cone of the nearest tree: 0 between trees, 1 at a top. */
  private double tree(double x, double z) {
    double size = 0.06;
    double gx = x / size;
    double gz = z / size;
    int i = (int) Math.floor(gx);
    int j = (int) Math.floor(gz);
    double best = 0;
    for (int di = -1; di <= 1; di++) {
      for (int dj = -1; dj <= 1; dj++) {
        double cx = i + di + noise.cell(i + di, j + dj);
        double cz = j + dj + noise.cell(j + dj + 77, i + di);
        double tall = 0.45 + 0.55 * noise.cell(i + di + 31, j + dj);
        double away = Math.hypot(gx - cx, gz - cz);
        best = Math.max(best, tall * (1 - 1.25 * away));
      }
    }
    return best;
  }

  /** The ground's slope as a unit normal, measured over {@code step} units. */
  Vec normal(double x, double z, double step, int fine) {
    double dx = canopy(x + step, z, fine) - canopy(x - step, z, fine);
    double dz = canopy(x, z + step, fine) - canopy(x, z - step, fine);
    return new Vec(-dx, 2 * step, -dz).unit();
  }

  /** How much of the sun reaches a place, 0..1. */
  double sunlight(double x, double y, double z, Vec sun) {
    double open = 1;
    for (double t = 0.12; t < 9; t *= 1.5) {
      double above = y + t * sun.y() - height(x + t * sun.x(), z + t * sun.z(), 5);
      open = Math.min(open, 0.5 + 5 * above / t);
    }
    return Ease.clamp(open);
  }
}
