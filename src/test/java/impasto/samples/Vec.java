package impasto.samples;

/** A point or direction in space: x to the right, y up, z away from the viewer. */
record Vec(double x, double y, double z) {
  Vec plus(Vec other) {
    return new Vec(x + other.x, y + other.y, z + other.z);
  }

  Vec minus(Vec other) {
    return new Vec(x - other.x, y - other.y, z - other.z);
  }

  Vec times(double factor) {
    return new Vec(x * factor, y * factor, z * factor);
  }

  double dot(Vec other) {
    return x * other.x + y * other.y + z * other.z;
  }

  double length() {
    return Math.sqrt(dot(this));
  }

  /** The direction, of length 1. */
  Vec unit() {
    return times(1 / length());
  }

  /** The direction this ray leaves in after meeting a mirror with that unit normal. */
  Vec bounce(Vec normal) {
    return minus(normal.times(2 * dot(normal)));
  }
}
