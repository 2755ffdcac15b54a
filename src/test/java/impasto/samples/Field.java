package impasto.samples;

/** A direction at every place of a picture, as an angle in radians. */
@FunctionalInterface
public interface Field {
  double angle(double x, double y);
}
