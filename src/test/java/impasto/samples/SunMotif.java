package impasto.samples;

/** What {@link SunMosaic} shows, on a picture of height 1: the colour and the lie of the stones. */
record SunMotif(Noise noise, double sunX, double sunY, double sea, double aspect) {
  private static final Palette SKY = Palette.of(0x14245E, 0x1D3F8C, 0x2C6BB0, 0x5FA3C4, 0xB9D3BE);
  private static final Palette GOLD = Palette.of(0xFFE9A0, 0xF2BF3E, 0xD98E1F, 0xB3521B, 0x8C2A1C);
  private static final Palette SEA =
      Palette.of(0xE9EFD8, 0x6FC0AE, 0x1F8F8C, 0x125E7C, 0x12355E, 0x0E2346);
  private static final double BORDER = 0.055;

  /** What a stone is made of: its colour, and how much it shines like metal (0..1). */
  record Glass(Rgb colour, double metal) {}

  static SunMotif of(long seed, double aspect) {
    Noise noise = new Noise(seed).other(6);
    return new SunMotif(
        noise,
        aspect * (0.38 + 0.24 * noise.cell(1, 1)),
        0.36 + 0.06 * noise.cell(2, 1),
        0.62 + 0.05 * noise.cell(3, 1),
        aspect);
  }

  /** The direction of the rows of stones. */
  double angle(double x, double y) {
    if (edge(x, y) < BORDER) {
      return 0;
    }
    if (y > shore(x)) {
      double[] scale = scale(x, y);
      return Math.atan2(scale[1], scale[0]) + Math.PI / 2;
    }
    double r = Math.hypot(x - sunX, y - sunY);
    double round = Math.atan2(y - sunY, x - sunX);
    if (r < 0.145) {
      return round;
    }
    // Around the sun the rows are rings, far from it they drift like cloud.
    double far = Ease.smooth(0.28, 0.55, r);
    double ring = round + Math.PI / 2;
    double drift = 0.9 * noise.fractal(2.2 * x, 3.2 * y, 2);
    double cos = Math.cos(2 * ring) * (1 - far) + Math.cos(2 * drift) * far;
    double sin = Math.sin(2 * ring) * (1 - far) + Math.sin(2 * drift) * far;
    return 0.5 * Math.atan2(sin, cos);
  }

  /** The glass of the stone whose middle is there. */
  Glass glass(double x, double y) {
    double edge = edge(x, y);
    if (edge < BORDER) {
      return border(x, y, edge);
    }
    if (y > shore(x)) {
      return sea(x, y);
    }
    double r = Math.hypot(x - sunX, y - sunY);
    double angle = Math.atan2(y - sunY, x - sunX);
    if (r < 0.145) {
      return new Glass(
          r > 0.125 ? GOLD.at(0.85) : GOLD.at(r / 0.2 + 0.1 * Math.sin(8 * angle)), 0.8);
    }
    double sway = 0.13 * Math.sin(22 * r);
    double ray = Math.cos(8 * (angle + sway)) + 0.35 * Math.cos(16 * (angle + sway));
    double reach = 0.27 + 0.13 * ray;
    if (r < reach) {
      return new Glass(GOLD.at(0.15 + 2.1 * (r - 0.13) + 0.25 * (reach - r < 0.035 ? 1 : 0)), 0.9);
    }
    return sky(x, y, r);
  }

  private Glass sky(double x, double y, double r) {
    double cloud = noise.warped(1.6 * x, 3.4 * y, 3, 0.8);
    if (cloud > 0.22) {
      return new Glass(Rgb.hex(0xF0E6D2).mix(Rgb.hex(0xD9A48C), 3.0 * (0.42 - cloud)), 0.1);
    }
    if (cloud > 0.15) {
      return new Glass(Rgb.hex(0x7FA8C8), 0.1);
    }
    double glow = Math.exp(-Math.pow((r - 0.2) / 0.22, 2));
    double tone = 0.15 + 0.75 * y + 0.55 * glow + 0.45 * noise.fractal(3 * x, 3 * y, 2);
    return new Glass(SKY.at(tone), 0.15);
  }

  private Glass sea(double x, double y) {
    double depth = (y - sea) / (1 - sea);
    double[] scale = scale(x, y);
    double r = Math.hypot(scale[0], scale[1]);
    double band = Math.floor(r * 5) / 5;
    double path = Math.exp(-Math.pow((x - sunX) / (0.05 + 0.14 * depth), 2));
    if (path * noise.cell((int) (x * 90), (int) (y * 90)) > 0.42) {
      return new Glass(GOLD.at(0.2 + 0.3 * depth), 0.9);
    }
    return new Glass(SEA.at(1.05 - band + 0.25 * depth - 0.12), 0.2);
  }

  /** The place within a scale of the sea: a vector from its foot, 1 at its upper edge. */
  private double[] scale(double x, double y) {
    double size = 0.125;
    double rise = size * 0.5;
    // The lowest row whose scale reaches up to here lies in front.
    for (int row = (int) Math.ceil((1.1 - sea) / rise) + 2; row >= 0; row--) {
      double foot = sea + rise * row + 0.3 * size;
      double shift = row % 2 == 0 ? 0 : 0.5;
      double cx = (Math.rint(x / size / 1.35 - shift) + shift) * size * 1.35;
      double dx = (x - cx) / (0.70 * size);
      double dy = (y - foot) / (0.78 * size);
      if (dx * dx + dy * dy < 1 && y < foot + 1e-9) {
        return new double[] {dx, dy};
      }
    }
    return new double[] {0.05, -0.4};
  }

  private Glass border(double x, double y, double edge) {
    if (edge < 0.014 || edge > BORDER - 0.014) {
      return new Glass(Rgb.hex(0xE6D6B4), 0);
    }
    boolean upright = Math.min(x, aspect - x) < Math.min(y, 1 - y);
    double along = (upright ? y : x) * 14;
    double wave = 0.5 * BORDER + 0.012 * Math.sin(2 * Math.PI * along / 2);
    return new Glass(edge < wave ? Rgb.hex(0x8C2A1C) : Rgb.hex(0xD98E1F), edge < wave ? 0 : 0.6);
  }

  private double shore(double x) {
    return sea + 0.006 * Math.sin(9 * x);
  }

  private double edge(double x, double y) {
    return Math.min(Math.min(x, aspect - x), Math.min(y, 1 - y));
  }
}
