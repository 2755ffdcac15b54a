package impasto.samples.training;

import impasto.samples.Ease;
import impasto.samples.Noise;
import impasto.samples.Rgb;
import impasto.samples.Vec;

/**
 * A head around the origin: the face is 0.75 wide on each side and 1 high up and down.
 *
 * @param turn how far it looks to the side, -0.5..0.5
 * @param parting how far down the hair comes: -0.8 at the crown, -0.2 over the brow
 * @param locks how far down the hair falls beside the face
 */
record Head(
    Noise noise,
    Vec lamp,
    Rgb skin,
    Scheme hair,
    Rgb iris,
    Rgb lips,
    double turn,
    double parting,
    double locks,
    double volume,
    double smile,
    double ambient,
    double curl) {
  private static final double WIDE = 0.75;

  static Head of(Dice dice, Vec lamp) {
    // Skin is brown of every lightness; now and then a painter takes another colour.
    double hue = dice.chance(0.85) ? dice.between(40, 75) : dice.between(0, 360);
    double lightness = dice.between(0.35, 0.88);
    return new Head(
        dice.noise(),
        lamp,
        Hue.of(lightness, dice.between(0.04, 0.10), hue),
        dice.chance(0.8) ? Scheme.earthy(dice) : Scheme.of(dice),
        Hue.of(0.4, 0.08, Hue.any(dice)),
        Hue.of(0.75 * lightness, dice.between(0.06, 0.16), dice.between(10, 35)),
        dice.between(-0.5, 0.5),
        dice.between(-0.85, -0.4),
        dice.chance(0.5) ? dice.between(-0.4, 0.2) : dice.between(0.5, 1.8),
        dice.between(1.08, 1.5),
        dice.between(-0.06, 0.12),
        dice.scale(0.1, 0.5),
        dice.scale(2, 9));
  }

  /** The light on a surface that faces that way. */
  double light(Vec normal) {
    return ambient + (1 - ambient) * Math.max(0, normal.dot(lamp) + 0.15) / lamp.z() / 1.1;
  }

  /** The colour at a place, or null beside head, hair and neck. */
  Rgb at(double u, double v) {
    double chin = v > 0 ? 1 + 0.25 * v * v : 1;
    double r = Math.hypot(u * chin / WIDE, v);
    double fringe =
        parting + 0.35 * Math.pow(u + 0.3 * turn, 2) + 0.05 * noise.fractal(6 * u, 2, 2);
    if (r < 1 && v > fringe) {
      return face(u, v, r);
    }
    double outer = Math.hypot(u / WIDE / volume, Math.min(0, v + 0.05) / (0.95 * volume));
    double strand = noise.fractal(curl * 3 * u + 2 * v, 0.7 * curl * v, 3);
    boolean crown = v < 0.1 && outer + 0.08 * strand < 1;
    boolean fall =
        v >= 0.1 && v < locks + 0.3 * strand && Math.abs(u) + 0.06 * strand < WIDE * volume;
    if (crown || fall) {
      return strands(u, v, strand);
    }
    boolean neck = v > 0.3 && v < 1.7 && Math.abs(u) < 0.38 + 0.25 * Math.pow(v - 1, 2);
    if (!neck) {
      return null;
    }
    Vec normal = new Vec(1.6 * u, 0.2, 0.8).unit();
    double chinShadow = 0.45 + 0.55 * Ease.smooth(0.95, 1.5, v);
    return skin.times(light(normal) * chinShadow);
  }

  private Rgb strands(double u, double v, double strand) {
    double fine = noise.fractal(14 * curl * (u + 0.1 * Math.sin(curl * v)), 1.2 * curl * v, 2);
    Vec normal = new Vec(0.9 * u, 0.8 * Math.min(0.4, v), 0.7).unit();
    double sheen = Math.exp(-Math.pow((v + 0.55 - 0.4 * strand) / 0.25, 2));
    Rgb body = hair.at(0.3 + 0.35 * strand + 0.3 * fine);
    return body.times(light(normal)).plus(hair.light().times(0.12 * sheen * (1 + fine)));
  }

  private Rgb face(double u, double v, double r) {
    double e = 0.02;
    double here = bump(u, v);
    double dx = (bump(u + e, v) - here) / e;
    double dy = (bump(u, v + e) - here) / e;
    double z = Math.sqrt(Math.max(0.03, 1 - r * r));
    Vec normal = new Vec(u / WIDE * 0.9 - 0.8 * dx, 0.8 * v - 0.8 * dy, z).unit();
    double side = u - 0.5 * turn * z;
    double apart = Math.abs(side) - 0.3;
    double blush = Math.exp(-(apart * apart + Math.pow(v - 0.28, 2)) / 0.03);
    double mottle = noise.fractal(3 * u, 3 * v, 4);
    Rgb colour = skin.times(1 + 0.15 * mottle).mix(lips, 0.25 * blush);
    double mouth = v - 0.56 + smile * Math.pow(side / 0.2, 2);
    double lip = Ease.smooth(0.085, 0.05, Math.abs(mouth)) * Ease.smooth(0.28, 0.2, Math.abs(side));
    colour = colour.mix(lips, 0.85 * lip);
    double line = Math.exp(-Math.pow(mouth / 0.014, 2)) * Ease.smooth(0.28, 0.2, Math.abs(side));
    double brow = v + 0.24 + 0.35 * apart * apart;
    double hairs =
        Ease.smooth(0.05, 0.02, Math.abs(brow)) * Ease.smooth(0.2, 0.15, Math.abs(apart));
    colour = colour.mix(hair.at(0.2), 0.8 * hairs).times(1 - 0.7 * line);
    return eye(colour.times(light(normal)), apart, v, light(normal));
  }

  private Rgb eye(Rgb around, double apart, double v, double light) {
    double y = v + 0.06;
    double lid = Math.hypot(apart / 0.14, y / (y < 0 ? 0.075 : 0.055));
    double lash = Math.exp(-Math.pow((lid - 1) / 0.12, 2)) * (y < 0 ? 0.9 : 0.4);
    if (lid > 1) {
      return around.times(1 - lash);
    }
    double ball = Math.hypot(apart, y);
    Rgb white = Rgb.grey(0.75).times(light);
    Rgb disc = ball < 0.03 ? Rgb.grey(0.01) : iris.times(light);
    Rgb colour = ball < 0.068 ? disc : white;
    boolean spark = Math.hypot(apart + 0.02, y + 0.025) < 0.014;
    return spark ? Rgb.grey(0.9) : colour.times(1 - lash);
  }

  /** How far nose, brow, cheeks and lips stand out of the oval. */
  private double bump(double u, double v) {
    double side = u - 0.5 * turn * 0.9;
    double along = Ease.smooth(-0.25, 0.3, v) * Ease.smooth(0.42, 0.33, v);
    double nose = 0.30 * along * Math.exp(-Math.pow(side / (0.06 + 0.07 * Math.max(0, v)), 2));
    double apart = Math.abs(side) - 0.3;
    double socket = 0.13 * Math.exp(-(apart * apart / 0.03 + Math.pow(v + 0.06, 2) / 0.012));
    double cheek = 0.08 * Math.exp(-(apart * apart + Math.pow(v - 0.25, 2)) / 0.04);
    double mouth = 0.06 * Math.exp(-(side * side / 0.04 + Math.pow(v - 0.56, 2) / 0.008));
    double chin = 0.08 * Math.exp(-(side * side + Math.pow(v - 0.85, 2)) / 0.03);
    return nose - socket + cheek + mouth + chin;
  }
}
