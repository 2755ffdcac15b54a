package impasto.samples.training;

import impasto.samples.Ease;
import impasto.samples.Noise;
import impasto.samples.Rgb;

/**
 * Heaped clouds or veils in the plane of the picture, lit from one side.
 *
 * @param fine how many to a picture's height
 * @param low where they are flattest and closest: the horizon
 * @param puff 0 for smooth veils, 1 for heaps
 */
record Clouds(
    Noise noise,
    Scheme colours,
    double fine,
    double low,
    double cover,
    double puff,
    double lampX,
    double lampY,
    double crisp) {
  static final Clouds NONE = new Clouds(new Noise(0), null, 1, 1, -9, 0, 0, 0, 1);

  static Clouds of(Dice dice, double horizon) {
    double lamp = dice.between(-3.1, 0);
    double fine = dice.scale(0.8, 5);
    return new Clouds(
        dice.noise(),
        Scheme.of(dice),
        fine,
        horizon,
        dice.between(-0.25, 0.25),
        dice.between(0, 1),
        0.10 * Math.cos(lamp) / fine,
        0.13 * Math.sin(lamp) / fine,
        dice.scale(0.04, 0.4));
  }

  /** The light of the sky at a place with the cloud before it; {@code dim} is the light of day. */
  Rgb over(Rgb sky, double x, double y, double dim) {
    if (cover < -1) {
      return sky;
    }
    double thick = density(x, y);
    if (thick <= 0) {
      return sky;
    }
    double behind = density(x + lampX, y + lampY);
    double lit = Ease.clamp(0.55 + 1.8 * (thick - behind) - 0.25 * thick);
    Rgb cloud = colours.at(0.25 + 0.75 * lit).times((0.45 + 0.7 * lit) * dim);
    return sky.mix(cloud, 0.95 * Ease.smooth(0, crisp, thick));
  }

  private double density(double x, double y) {
    double flat = 1 + 2.5 * Ease.smooth(low - 0.7, low, y);
    double u = fine * Math.sqrt(flat) * x;
    double v = fine * flat * y;
    double mass = noise.fractal(u, v, puff > 0.5 ? 2 : 5);
    return cover + mass + puff * (0.45 * heaps(2.2 * u, 2.2 * v) - 0.15);
  }

  /** Round bulges with sharp creases between them. */
  private double heaps(double x, double y) {
    double sum = 0;
    double weight = 1;
    double scale = 1;
    for (int k = 0; k < 4; k++) {
      sum += weight * Math.abs(noise.at(scale * x + 5.2 * k, scale * y + 40));
      weight *= 0.55;
      scale *= 2.1;
    }
    return sum;
  }
}
