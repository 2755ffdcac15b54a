package impasto.image;

import java.util.Optional;

/** What a picture shows where it is transparent. */
public final class Transparency {
  private Transparency() {}

  /**
   * The opacity of a picture that is not opaque everywhere.
   *
   * @param picture the picture
   * @return its alpha, not a copy; empty if there is none or all of it is 1
   */
  public static Optional<float[]> of(Picture picture) {
    return picture.alpha().filter(Transparency::hides);
  }

  /**
   * A picture in front of its own mean colour, weighted by alpha, so that what it hides can have no
   * influence and the edge of what it shows is as soft as can be.
   *
   * @param picture the picture
   * @return an opaque picture in sRGB values as they are, wholly transparent pixels in the mean
   *     colour, mid-grey if there is nothing else; the same picture if it is opaque
   */
  public static Picture filled(Picture picture) {
    Optional<float[]> alpha = of(picture);
    if (alpha.isEmpty()) {
      return picture;
    }
    double[] behind =
        ColorStatistics.of(picture).map(ColorStatistics::mean).orElse(new double[] {0.5, 0.5, 0.5});
    float[] rgb = picture.rgb().clone();
    for (int i = 0; i < rgb.length; i++) {
      int plane = rgb.length / 3;
      float opacity = alpha.get()[i % plane];
      // Never a product of 0 with a colour that may be anything.
      double own = opacity == 0 ? 0 : opacity * rgb[i];
      rgb[i] = (float) (own + (1 - opacity) * behind[i / plane]);
    }
    return new Picture(picture.width(), picture.height(), rgb);
  }

  private static boolean hides(float[] alpha) {
    for (float opacity : alpha) {
      if (opacity < 1) {
        return true;
      }
    }
    return false;
  }
}
