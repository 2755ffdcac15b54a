package impasto.samples;

/**
 * A painted board that stands in space.
 *
 * @param along true for a wall along the view (at x = place), false for one across it (z = place)
 * @param start where its left edge is: z of a wall along the view, x of one across it
 * @param base the height of its lower edge
 * @param light the light that falls on it
 */
record Panel(
    Texture texture,
    boolean along,
    double place,
    double start,
    double base,
    double wide,
    double high,
    Rgb light) {
  /** How far along the ray the panel's plane is; not positive when it is missed. */
  double distance(Vec from, Vec d) {
    return along ? (place - from.x()) / d.x() : (place - from.z()) / d.z();
  }

  /** What the ray sees at that distance; {@code cone} is the angle a look takes in. */
  Texture.Spot look(Vec from, Vec d, double distance, double cone) {
    double y = from.y() + distance * d.y();
    double v = 1 - (y - base) / high;
    if (v < 0 || v >= 1) {
      return Texture.Spot.CLEAR;
    }
    double u = ((along ? from.z() + distance * d.z() : from.x() + distance * d.x()) - start) / wide;
    Texture.Spot spot = texture.at(u, v, cone * distance / high);
    return new Texture.Spot(spot.light().times(light), spot.opacity());
  }
}
