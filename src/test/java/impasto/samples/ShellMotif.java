package impasto.samples;

/** A nautilus shell on folded cloth as a relief over a picture of height 1. */
record ShellMotif(Noise noise, double middleX, double middleY, double turn, double size) {
  /** How fast the spiral grows: threefold a turn. */
  private static final double GROWTH = Math.log(3) / (2 * Math.PI);

  private static final double MOUTH = 2 * Math.PI;

  static ShellMotif of(long seed, double aspect) {
    Noise noise = new Noise(seed).other(7);
    return new ShellMotif(
        noise,
        aspect * (0.43 + 0.06 * noise.cell(1, 1)),
        0.46 + 0.03 * noise.cell(2, 1),
        0.5 + 0.9 * noise.cell(3, 1),
        0.37 + 0.03 * noise.cell(4, 1));
  }

  /**
   * A place on the shell.
   *
   * @param along the angle from the mouth (0, then negative inwards along the spiral)
   * @param across 0 at the inner seam, 1 at the outer edge of the whorl
   * @param outer the radius of the outer edge here
   */
  record Whorl(double along, double across, double outer) {}

  /** The whorl at a place, or null beside the shell. */
  Whorl whorl(double x, double y) {
    double dx = x - middleX;
    double dy = y - middleY;
    double r = Math.hypot(dx, dy) / size;
    double angle = Math.atan2(dy, dx) - turn;
    angle -= 2 * Math.PI * Math.floor(angle / (2 * Math.PI));
    // The outer edge of the spiral at this angle, in turns from the mouth inwards.
    double along = angle - MOUTH;
    double outer = Math.exp(GROWTH * along);
    if (r > outer) {
      return null;
    }
    while (r < outer / 3 && along > -30) {
      along -= 2 * Math.PI;
      outer /= 3;
    }
    double inner = outer / 3;
    return new Whorl(along, (r - inner) / (outer - inner), outer * size);
  }

  /**
   * How near to the rim of the shell's opening a place is: 0 at its heart, 1 at the rim or beyond.
   */
  double mouth(double x, double y) {
    double dx = (x - middleX) / size;
    double dy = (y - middleY) / size;
    double outwards = (dx * Math.cos(turn) + dy * Math.sin(turn) - 0.68) / 0.33;
    double beyond = (dy * Math.cos(turn) - dx * Math.sin(turn)) / 0.15;
    return beyond < 0 ? 1 : Math.min(1, Math.hypot(outwards, beyond));
  }

  /** The height of the relief at a place. */
  double height(double x, double y) {
    Whorl w = whorl(x, y);
    double mouth = mouth(x, y);
    if (mouth < 1) {
      return 0.17 * size * (1 - 0.8 * Math.sqrt(1 - mouth * mouth));
    }
    if (w == null) {
      return cloth(x, y);
    }
    double u = 0.16 + 0.84 * w.across;
    double tube = 0.74 * w.outer * Math.sqrt(Math.max(0, u * (1 - u)) * 1.2);
    double rib = 0.004 * w.outer * Math.sin(46 * (w.along + bend(w)));
    return 0.03 + tube + rib;
  }

  /** The flame-like bands of the shell, 0..1. */
  double bands(Whorl w) {
    double wave =
        Math.sin(
            11 * (w.along + 1.4 * bend(w)) + 1.5 * noise.fractal(3 * w.along, 4 * w.across, 3));
    double taper = Ease.smooth(0.2, 0.6, w.across) * Ease.smooth(-0.5, -1.5, w.along);
    return Ease.smooth(0.15, 0.75, wave * taper);
  }

  /** How far a growth line lags behind the straight one, in radians. */
  double bend(Whorl w) {
    return 0.75 * Math.pow(w.across, 2) - 0.25 * w.across;
  }

  private double cloth(double x, double y) {
    double slant = 0.8 * x - 0.6 * y;
    double pull = noise.warped(1.1 * x, 1.1 * y, 3, 0.7);
    double fold = Math.sin(9 * slant + 5.5 * pull) + 0.4 * Math.sin(17 * slant - 7 * pull + 2);
    return 0.045 * fold + 0.03 * pull;
  }
}
