package impasto.samples;

/** Smooth random fields: functions of the place and a seed, without state. */
public record Noise(long seed) {
  /** A number in 0..1 that belongs to a cell of the grid; neighbours have nothing in common. */
  public double cell(int i, int j) {
    return (hash(i, j) >>> 11) * 0x1p-53;
  }

  /** Gradient noise: about -1..1, mean 0, one bump a unit. */
  public double at(double x, double y) {
    double fx = Math.floor(x);
    double fy = Math.floor(y);
    int i = (int) fx;
    int j = (int) fy;
    double u = x - fx;
    double v = y - fy;
    double su = u * u * u * (u * (u * 6 - 15) + 10);
    double sv = v * v * v * (v * (v * 6 - 15) + 10);
    double top = Ease.mix(slope(i, j, u, v), slope(i + 1, j, u - 1, v), su);
    double bottom = Ease.mix(slope(i, j + 1, u, v - 1), slope(i + 1, j + 1, u - 1, v - 1), su);
    return 1.5 * Ease.mix(top, bottom, sv);
  }

  /** Fractal noise: {@code octaves} layers, each twice as fine and half as strong; about -1..1. */
  public double fractal(double x, double y, int octaves) {
    double sum = 0;
    double weight = 0.5;
    double px = x;
    double py = y;
    for (int i = 0; i < octaves; i++) {
      sum += weight * at(px, py);
      // Turning each layer hides the grid.
      double turned = 1.6 * px - 1.2 * py + 17.3;
      py = 1.2 * px + 1.6 * py - 9.1;
      px = turned;
      weight *= 0.5;
    }
    return sum;
  }

  /** Sharp crests and broad valleys, 0..1: each finer layer is strong only near a crest. */
  public double ridged(double x, double y, int octaves) {
    double sum = 0;
    double weight = 0.5;
    double carry = 1;
    double px = x;
    double py = y;
    for (int i = 0; i < octaves; i++) {
      double crest = 1 - Math.min(1, Math.abs(at(px, py)) * 1.25);
      carry = crest * crest * carry;
      sum += weight * carry;
      carry = Math.min(1, 0.25 + carry * 1.4);
      double turned = 1.6 * px - 1.2 * py + 5.7;
      py = 1.2 * px + 1.6 * py + 3.1;
      px = turned;
      weight *= 0.5;
    }
    return sum;
  }

  /** Fractal noise whose place is itself pushed about by noise: smoke, marble, clouds. */
  public double warped(double x, double y, int octaves, double strength) {
    double dx = fractal(x + 31.7, y - 12.4, 3);
    double dy = fractal(x - 7.9, y + 48.2, 3);
    return fractal(x + strength * dx, y + strength * dy, octaves);
  }

  /** Another field, unlike this one. */
  public Noise other(int number) {
    return new Noise(scramble(seed + 0x9E3779B97F4A7C15L * (number + 1)));
  }

  private double slope(int i, int j, double dx, double dy) {
    long bits = hash(i, j);
    double gx = (int) bits * 0x1p-31;
    double gy = (int) (bits >> 32) * 0x1p-31;
    return gx * dx + gy * dy;
  }

  private long hash(int i, int j) {
    return scramble(seed ^ (i * 0x632BE59BD9B4E019L + j * 0xD1B54A32D192ED03L));
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood, 2014). */
  private static long scramble(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
