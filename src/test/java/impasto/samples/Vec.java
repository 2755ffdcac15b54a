package impasto.samples;

/** A point or direction in space: x to the right, y up, z away from the viewer. */
public record Vec(double x, double y, double z) {
  public Vec plus(Vec other) {
    return new Vec(x + other.x, y + other.y, z + other.z);
  }

  public Vec minus(Vec other) {
    return new Vec(x - other.x, y - other.y, z - other.z);
  }

  public Vec times(double factor) {
    return new Vec(x * factor, y * factor, z * factor);
  }

  public double dot(Vec other) {
    return x * other.x + y * other.y + z * other.z;
  }

  public double length() {
    return Math.sqrt(dot(this));
  }

  /** The direction, of length 1. */
  public Vec unit() {
    return times(1 / length());
  }

  /** The direction this ray leaves in after meeting a mirror with that unit normal. */
  public Vec bounce(Vec normal) {
    return minus(normal.times(2 * dot(normal)));
  }
}
