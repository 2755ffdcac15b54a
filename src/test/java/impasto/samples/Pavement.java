package impasto.samples;

/** The paved ground on both sides of a canal: where |x| is more than {@code edge}. Metres. */
record Pavement(Noise noise, double edge, double height, Rgb sun, Rgb shade) {
  /** How far along a downward ray the pavement is, or infinity when the ray misses it. */
  double distance(Vec from, Vec d) {
    double t = (from.y() - height) / -d.y();
    boolean met = d.y() < 0 && t > 0 && Math.abs(from.x() + t * d.x()) > edge;
    return met ? t : Double.POSITIVE_INFINITY;
  }

  /** The light of a place on it: cobbles, a kerb, dappled sunlight on the left side. */
  Rgb light(double x, double z) {
    double across = Math.abs(x);
    if (across < edge + 0.45) {
      double joint = Math.abs(z / 1.4 - Math.rint(z / 1.4)) < 0.015 ? 0.6 : 1;
      double tone = 0.85 + 0.25 * noise.cell((int) Math.rint(z / 1.4), x > 0 ? 1 : 2);
      return Rgb.hex(0xB9AC98).times(tone * joint).times(x < 0 ? sun : shade);
    }
    double row = Math.floor(z / 0.22);
    double u = across / 0.26 + 0.5 * (row % 2);
    double bump = Math.min(edgeOf(u), edgeOf(z / 0.22));
    double tone = 0.75 + 0.4 * noise.cell((int) Math.floor(u), (int) row);
    Rgb stone = Rgb.hex(0x8A7D70).mix(Rgb.hex(0x9C8570), noise.cell((int) row, (int) u));
    Rgb cobble = stone.times(tone * (0.55 + 0.45 * Ease.smooth(0, 0.22, bump)));
    double dapple = Ease.smooth(-0.05, 0.18, noise.fractal(0.55 * x, 0.33 * z, 4));
    double open = x < 0 ? 0.25 + 0.75 * dapple : 0.0;
    // Little sky is seen from the foot of the houses.
    double corner = 1 - 0.5 * Ease.smooth(edge + 2, edge + 3.6, across);
    return cobble.times(shade.times(1.1).mix(sun, open)).times(corner);
  }

  private static double edgeOf(double t) {
    double part = t - Math.floor(t);
    return Math.min(part, 1 - part);
  }
}
