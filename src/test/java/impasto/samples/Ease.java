package impasto.samples;

/** The three little curves that all drawing code needs. */
public final class Ease {
  private Ease() {}

  /** The value, kept within 0..1. */
  public static double clamp(double value) {
    return Math.min(1, Math.max(0, value));
  }

  /** The point at {@code t} (0..1) of the way from {@code a} to {@code b}. */
  public static double mix(double a, double b, double t) {
    return a + (b - a) * t;
  }

  /** Rises smoothly from 0 at {@code from} to 1 at {@code to}; falls when they are swapped. */
  public static double smooth(double from, double to, double x) {
    double t = clamp((x - from) / (to - from));
    return t * t * (3 - 2 * t);
  }
}
