package impasto.samples;

/** Fruit for a still life; a unit is about 15 centimetres. */
final class Fruit {
  private Fruit() {}

  static Thing apple(Vec at, Noise noise) {
    Rgb red = Rgb.hex(0xA31621).mix(Rgb.hex(0xC43A22), noise.cell(1, 1));
    Rgb yellow = Rgb.hex(0xD9B23C).mix(Rgb.hex(0x9DA83A), noise.cell(2, 1));
    return new Thing(
        at,
        0.62,
        p -> {
          double taper = 1 + 0.22 * Math.max(-0.5, -p.y());
          double round = Math.hypot(Math.hypot(p.x(), p.z()) * taper - 0.155, p.y() * 0.95) - 0.305;
          return Math.min(0.85 * round, stem(p, 0.14, 0.42));
        },
        p -> {
          double r = Math.hypot(p.x(), p.z());
          if (r < 0.035 && p.y() > 0.15) {
            return Rgb.hex(0x3A2614);
          }
          double turn = Math.atan2(p.z(), p.x());
          double streak = noise.fractal(9 * turn, 2.5 * p.y(), 3);
          double blush = 0.62 + 0.5 * Math.sin(turn + 1) + 0.7 * streak - 1.1 * (0.2 - r);
          double freckle = Ease.smooth(0.62, 0.75, noise.at(26 * turn, 34 * p.y()));
          return yellow.mix(red, Ease.clamp(blush)).mix(yellow, 0.5 * freckle);
        },
        0.05,
        0);
  }

  static Thing orange(Vec at, Noise noise) {
    return new Thing(
        at,
        0.46,
        p -> p.length() - 0.43,
        p -> {
          double tone = noise.fractal(3 * p.x() + p.z(), 3 * p.y() - p.z(), 3);
          Rgb skin = Rgb.hex(0xD9690E).mix(Rgb.hex(0xE88A20), Ease.clamp(0.5 + tone));
          double navel = Math.hypot(p.x(), p.z());
          return p.y() > 0 && navel < 0.035 ? Rgb.hex(0x5A6A2A) : skin;
        },
        0.035,
        0.004);
  }

  static Thing lemon(Vec at, Noise noise) {
    return new Thing(
        at,
        0.56,
        p -> {
          double body = new Vec(p.x() * 0.78, p.y(), p.z()).length() - 0.31;
          double nub = new Vec(Math.abs(p.x()) - 0.40, p.y(), p.z()).length() - 0.075;
          return 0.8 * blend(body, nub, 0.14);
        },
        p -> {
          double green = Ease.smooth(0.30, 0.50, Math.abs(p.x()));
          double tone = noise.fractal(4 * p.x(), 4 * p.y() + p.z(), 3);
          Rgb skin = Rgb.hex(0xDDB01E).mix(Rgb.hex(0xEDCB45), Ease.clamp(0.5 + tone));
          return skin.mix(Rgb.hex(0xA8B030), 0.5 * green);
        },
        0.04,
        0.003);
  }

  static Thing pear(Vec at, Noise noise) {
    return new Thing(
        at,
        0.92,
        p -> {
          double belly = p.length() - 0.36;
          double neck = new Vec(p.x() - 0.02, p.y() - 0.44, p.z()).length() - 0.17;
          return Math.min(0.85 * blend(belly, neck, 0.34), stem(p, 0.58, 0.82));
        },
        p -> {
          if (p.y() > 0.66) {
            return Rgb.hex(0x3A2A18);
          }
          double turn = Math.atan2(p.z(), p.x());
          double spots = Ease.smooth(0.5, 0.7, noise.at(20 * turn, 24 * p.y()));
          double blush =
              Ease.smooth(-0.1, 0.7, Math.sin(turn + 2.4) + noise.fractal(turn, p.y(), 2));
          Rgb skin = Rgb.hex(0x9E9C34).mix(Rgb.hex(0xC98436), 0.75 * blush);
          return skin.mix(Rgb.hex(0x7A6A2A), 0.55 * spots);
        },
        0.04,
        0.002);
  }

  /** A bunch of grapes that lies on the table. */
  static Thing grapes(Vec at, Noise noise) {
    int count = 38;
    Vec[] berries = new Vec[count];
    for (int i = 0; i < count; i++) {
      double along = i / (double) count;
      double wide = 0.30 * Math.sqrt(1 - along) + 0.03;
      berries[i] =
          new Vec(
              -0.42 + 0.95 * along,
              0.11 + 0.30 * noise.cell(i, 2) * (1 - along),
              wide * (2 * noise.cell(i, 3) - 1));
    }
    return new Thing(
        at,
        0.78,
        p -> {
          double best = 9;
          for (Vec berry : berries) {
            best = Math.min(best, p.minus(berry).length() - 0.105);
          }
          return best;
        },
        p -> {
          double bloom = noise.fractal(7 * p.x() + 3 * p.z(), 7 * p.y() + 2 * p.z(), 3);
          Rgb skin = Rgb.hex(0x2A1230).mix(Rgb.hex(0x451A34), Ease.clamp(0.5 + bloom));
          return skin.mix(Rgb.hex(0x8C86A0), 0.35 * Ease.smooth(0, 0.5, bloom));
        },
        0.045,
        0);
  }

  private static double stem(Vec p, double from, double to) {
    double y = Math.max(from, Math.min(to, p.y()));
    double lean = 0.10 * (y - from);
    return new Vec(p.x() - lean, p.y() - y, p.z()).length() - 0.018;
  }

  /** The union of two shapes with a rounded joint {@code k} wide. */
  static double blend(double a, double b, double k) {
    double h = Math.max(0, k - Math.abs(a - b)) / k;
    return Math.min(a, b) - h * h * k / 4;
  }
}
