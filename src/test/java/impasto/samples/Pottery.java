package impasto.samples;

/** Glazed pottery for a still life, turned on a wheel. */
final class Pottery {
  private Pottery() {}

  /** A bowl on a foot with a painted rim, 0.95 in radius. */
  static Thing bowl(Vec at, Noise noise) {
    return new Thing(
        at,
        1.25,
        p -> {
          double r = Math.hypot(p.x(), p.z());
          double shell = Math.abs(Math.hypot(r, (p.y() - 0.98) * 1.12) - 1.0) - 0.035;
          double cut = p.y() - 0.62;
          double rim = Math.hypot(r - 0.915, p.y() - 0.62) - 0.045;
          double foot = Math.max(Math.abs(r - 0.38) - 0.05, Math.abs(p.y() + 0.02) - 0.09);
          return 0.85 * Math.min(Math.min(Math.max(shell, cut), rim), foot);
        },
        p -> {
          double turn = Math.atan2(p.z(), p.x());
          double wave = 0.40 + 0.045 * Math.sin(14 * turn);
          boolean painted =
              Math.abs(p.y() - wave) < 0.028 || p.y() > 0.56 || Math.abs(p.y() - 0.22) < 0.015;
          Rgb glaze = Rgb.hex(0xE6E0D0).times(0.92 + 0.12 * noise.fractal(4 * turn, 6 * p.y(), 3));
          return painted ? Rgb.hex(0x234A86) : glaze;
        },
        0.06,
        0);
  }

  /** A jug of dark glaze, 2.1 high. */
  static Thing jug(Vec at, Noise noise) {
    return new Thing(
        at,
        2.3,
        p -> {
          double r = Math.hypot(p.x(), p.z());
          double y = Ease.clamp(p.y() / 2.1);
          double wide =
              0.30
                  + 0.34 * Math.pow(Math.sin(Math.PI * Math.pow(y, 0.80) * 0.93), 1.5)
                  + 0.10 * Ease.smooth(0.85, 1, y);
          double wall = Math.max(r - wide, Math.max(-p.y(), p.y() - 2.1));
          double handle = Math.hypot(Math.hypot(p.x() - 0.42, p.y() - 1.48) - 0.40, p.z()) - 0.06;
          double hole = Math.max(r - 0.30, 1.7 - p.y());
          return 0.6 * Math.max(Fruit.blend(wall, handle, 0.10), -hole);
        },
        p -> {
          double turn = Math.atan2(p.z(), p.x());
          double run = noise.fractal(2.5 * turn, 1.2 * p.y(), 4);
          Rgb glaze = Rgb.hex(0x163836).mix(Rgb.hex(0x2F6254), Ease.clamp(0.5 + run));
          double bare = Ease.smooth(0.42, 0.36, p.y() + 0.10 * noise.fractal(3 * turn, 2, 3));
          return glaze.mix(Rgb.hex(0x9A6A44), bare);
        },
        0.07,
        0);
  }
}
