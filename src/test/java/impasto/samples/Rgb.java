package impasto.samples;

import java.awt.Color;

/** A colour in linear light: 0 is black, 1 the white of the paper, more than 1 glows. */
public record Rgb(double r, double g, double b) {
  public static final Rgb BLACK = new Rgb(0, 0, 0);
  public static final Rgb WHITE = new Rgb(1, 1, 1);

  /** The colour of an sRGB code such as 0xFF8000. */
  public static Rgb hex(int code) {
    return new Rgb(
        linear((code >> 16 & 255) / 255.0),
        linear((code >> 8 & 255) / 255.0),
        linear((code & 255) / 255.0));
  }

  public static Rgb grey(double light) {
    return new Rgb(light, light, light);
  }

  public Rgb plus(Rgb other) {
    return new Rgb(r + other.r, g + other.g, b + other.b);
  }

  public Rgb times(double factor) {
    return new Rgb(r * factor, g * factor, b * factor);
  }

  public Rgb times(Rgb filter) {
    return new Rgb(r * filter.r, g * filter.g, b * filter.b);
  }

  /** The colour at {@code t} (0..1) of the way to another. */
  public Rgb mix(Rgb other, double t) {
    return new Rgb(Ease.mix(r, other.r, t), Ease.mix(g, other.g, t), Ease.mix(b, other.b, t));
  }

  /** Moves away from grey (factor above 1) or towards it (below 1). */
  public Rgb saturate(double factor) {
    double grey = luminance();
    return new Rgb(
        Math.max(0, Ease.mix(grey, r, factor)),
        Math.max(0, Ease.mix(grey, g, factor)),
        Math.max(0, Ease.mix(grey, b, factor)));
  }

  public double luminance() {
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  /** The same colour for Java 2D. */
  public Color awt() {
    return awt(1);
  }

  /** The same colour for Java 2D, {@code opacity} 0..1. */
  public Color awt(double opacity) {
    return new Color(
        (float) encoded(r), (float) encoded(g), (float) encoded(b), (float) Ease.clamp(opacity));
  }

  /** The sRGB code value, 0..1, of a linear one. */
  public static double encoded(double linear) {
    double v = Ease.clamp(linear);
    return v <= 0.0031308 ? 12.92 * v : 1.055 * Math.pow(v, 1 / 2.4) - 0.055;
  }

  private static double linear(double code) {
    return code <= 0.04045 ? code / 12.92 : Math.pow((code + 0.055) / 1.055, 2.4);
  }
}
