package impasto.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What {@link NightSwirls} paints: whirls, stars, a moon, hills and a village. Height is 1. */
record NightMotif(Noise noise, List<Whirl> whirls, double cypress, double aspect) {
  private static final Palette SKY =
      Palette.of(0x0A1440, 0x12296B, 0x1E4A94, 0x3F7FB8, 0x86B7CC, 0xCFE3D6);
  private static final Palette STAR = Palette.of(0xFFF6CE, 0xFBD75A, 0xEBA42E, 0xA9B27A, 0x4F8CA8);
  private static final Palette LAND = Palette.of(0x0C1A2A, 0x14364A, 0x1F5A5A, 0x4A7A4A, 0x8A9A4A);

  private static final Palette ROOFS = Palette.of(0x7A3A2C, 0x4A3A4A, 0x9A5A34);

  /** A point the air turns around; a star when it shines. */
  record Whirl(double x, double y, double size, double turn, double shine) {}

  static NightMotif of(long seed, double aspect) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Whirl> whirls = new ArrayList<>();
    double mid = aspect * (0.40 + 0.15 * random.nextDouble());
    whirls.add(new Whirl(mid, 0.30, 0.17, 1, 0));
    whirls.add(new Whirl(mid + 0.27, 0.40, 0.11, -1, 0));
    whirls.add(new Whirl(aspect - 0.20, 0.17, 0.135, 1, 1.0));
    for (int tries = 0; tries < 400 && whirls.size() < 12; tries++) {
      double size = 0.035 + 0.045 * random.nextDouble();
      Whirl star =
          new Whirl(
              0.06 + (aspect - 0.12) * random.nextDouble(),
              0.05 + 0.48 * random.nextDouble(),
              size,
              random.nextBoolean() ? 1 : -1,
              0.8);
      if (whirls.stream()
          .allMatch(o -> Math.hypot(o.x - star.x, o.y - star.y) > 1.1 * (o.size + size))) {
        whirls.add(star);
      }
    }
    return new NightMotif(
        new Noise(seed).other(2), whirls, 0.12 + 0.1 * random.nextDouble(), aspect);
  }

  /** The direction of the strokes. */
  double angle(double x, double y) {
    if (inCypress(x, y) > 0) {
      return -Math.PI / 2 + 0.7 * noise.fractal(9 * x, 4 * y, 2) + 1.6 * (cypress - x);
    }
    double land = y - hills(x);
    if (land > 0) {
      return 0.45 * noise.fractal(2 * x, 6 * y, 2)
          + Math.atan(8 * (hills(x + 0.02) - hills(x - 0.02)));
    }
    double dx = 1 + 0.3 * noise.fractal(2 * x, 2 * y, 2);
    double dy = 0.75 * Math.sin(5.2 * x + 3 * noise.fractal(1.5 * x, 2 * y, 2)) * (0.4 + y);
    for (Whirl whirl : whirls) {
      double rx = x - whirl.x;
      double ry = y - whirl.y;
      double r = Math.hypot(rx, ry) + 1e-6;
      double pull = 3.6 * Math.exp(-Math.pow(r / whirl.size, 2) * 0.75) * whirl.turn;
      // A little inwards: a spiral rather than rings.
      dx += pull * (-ry / r - 0.25 * rx / r * whirl.turn * (1 - whirl.shine));
      dy += pull * (rx / r - 0.25 * ry / r * whirl.turn * (1 - whirl.shine));
    }
    return Math.atan2(dy, dx);
  }

  /** The colour of the broad strokes. */
  Rgb colour(double x, double y) {
    double tree = inCypress(x, y);
    if (tree > 0) {
      double flame = 0.5 + 0.7 * noise.fractal(16 * x, 3.5 * y, 3);
      return Palette.of(0x0A120E, 0x14261C, 0x2A3A1C, 0x5A4A22).at(flame * (0.45 + 0.8 * tree));
    }
    double land = y - hills(x);
    return land > 0 ? land(x, y, land) : sky(x, y);
  }

  /** The colour of the last, fine strokes: here and there a lighter or a darker one. */
  Rgb accent(double x, double y) {
    double pick = noise.cell((int) (x * 900), (int) (y * 900));
    Rgb base = colour(x, y);
    if (pick < 0.22) {
      return base.times(1.55).plus(Rgb.grey(0.015));
    }
    return pick > 0.86 ? base.times(0.5) : base;
  }

  /**
   * The colour where small strokes are needed: the village and the hearts of the stars, or null.
   */
  Rgb detail(double x, double y) {
    if (inCypress(x, y) > 0) {
      return null;
    }
    if (y > hills(x)) {
      return house(x, y);
    }
    boolean heart =
        whirls.stream().anyMatch(o -> o.shine > 0 && Math.hypot(x - o.x, y - o.y) < 0.3 * o.size);
    return heart ? colour(x, y) : null;
  }

  private Rgb sky(double x, double y) {
    double a = angle(x, y);
    // Bands that lie along the flow: noise stretched in the direction of the strokes.
    double across = -x * Math.sin(a) + y * Math.cos(a);
    double band = noise.fractal(7 * across + 3, 1.2 * (x * Math.cos(a) + y * Math.sin(a)), 3);
    Rgb colour = SKY.at(0.30 + 0.55 * band + 0.34 * Math.pow(Math.max(0, y), 2));
    for (Whirl whirl : whirls) {
      double r = Math.hypot(x - whirl.x, y - whirl.y) / whirl.size;
      if (whirl.shine > 0) {
        double ring = 0.10 * Math.sin(r * 15);
        double glow = Math.exp(-r * r * 0.85);
        colour = colour.mix(STAR.at(r * 0.72 + ring), Ease.clamp(1.5 * glow * whirl.shine));
      } else {
        double spiral = Math.sin(Math.atan2(y - whirl.y, x - whirl.x) * 2 - whirl.turn * 7 * r);
        double strong = 0.75 * Math.exp(-r * r * 0.6);
        colour = colour.mix(SKY.at(0.55 + 0.42 * spiral), strong);
      }
    }
    double dawn = Math.exp(-Math.pow((hills(x) - y) / 0.07, 2));
    return colour.mix(Rgb.hex(0xB8C88E), 0.55 * dawn * (0.6 + 0.8 * band));
  }

  private Rgb land(double x, double y, double below) {
    double furrow = noise.fractal(3 * x, 14 * (y + 0.25 * x), 3);
    Rgb field = LAND.at(0.30 + 0.75 * furrow + 0.5 * below);
    Rgb house = house(x, y);
    return house == null ? field : house;
  }

  /** The house at a place, or null between houses. */
  private Rgb house(double x, double y) {
    int lot = (int) Math.floor(x * 17);
    double u = x * 17 - lot;
    double wall = 0.04 + 0.03 * noise.cell(lot, 3);
    double roof = 0.035 + 0.015 * noise.cell(lot, 4);
    double foot = hills(lot / 17.0) + 0.11 + 0.09 * noise.cell(lot, 5);
    boolean church = lot == (int) (10.5 * aspect);
    double peak = church ? 0.17 : roof;
    if ((!church && noise.cell(lot, 1) < 0.25) || y > foot || y < foot - wall - peak) {
      return null;
    }
    if (y < foot - wall) {
      double half = (church ? 0.16 : 0.5) * (y - foot + wall + peak) / peak;
      return Math.abs(u - 0.5) > half
          ? null
          : ROOFS.at(noise.cell(lot, 6)).times(u < 0.5 ? 1.3 : 0.7);
    }
    if (u < 0.08 || u > 0.92) {
      return null;
    }
    boolean lamp = Math.abs(u - 0.35) < 0.15 && Math.abs(y - foot + 0.5 * wall) < 0.012;
    Rgb front = Rgb.hex(0x4A6A8A).mix(Rgb.hex(0xA8B4B0), noise.cell(lot, 7));
    return lamp ? Rgb.hex(0xFFD45A) : front.times(u < 0.65 ? 1 : 0.5);
  }

  private double hills(double x) {
    return 0.70
        + 0.075 * Math.sin(3.1 * x + 6 * noise.cell(1, 1))
        + 0.06 * noise.fractal(2.2 * x, 5, 3);
  }

  /** How deep within the flame-shaped tree a place is; not positive outside. */
  private double inCypress(double x, double y) {
    double up = (1.02 - y) / 0.92;
    if (up < 0 || up > 1) {
      return -1;
    }
    double half =
        0.10
                * Math.pow(1 - up, 0.8)
                * (0.85 + 0.3 * Math.sin(13 * up))
                * Math.min(1, 0.55 + 2.5 * up)
            + 0.012 * (1 - up);
    double sway = 0.02 * Math.sin(8 * up) + 0.02 * noise.fractal(9 * y, 2, 2);
    return 1 - Math.abs(x - cypress - sway) / half;
  }
}
