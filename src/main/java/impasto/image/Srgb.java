package impasto.image;

/** The encoding of light in sRGB (IEC 61966-2-1). */
final class Srgb {
  private Srgb() {}

  /** The value of an amount of light, both in 0..1; what lies outside is clamped. */
  static float encode(double light) {
    if (light <= 0) {
      return 0;
    }
    if (light >= 1) {
      return 1;
    }
    return (float) (light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055);
  }
}
