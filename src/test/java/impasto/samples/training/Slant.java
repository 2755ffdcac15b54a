package impasto.samples.training;

/**
 * A view of an upright wall, straight on or at a slant.
 *
 * @param yaw how far the wall turns away to the side
 * @param pitch how far the view looks up
 * @param roll how far the picture is tilted
 * @param lens the distance from the eye to a picture of height 1
 * @param far the distance from the eye to the wall
 * @param aspect the width of the picture
 */
record Slant(double yaw, double pitch, double roll, double lens, double far, double aspect) {
  /** A place on the wall, from the one in the middle of the picture, and how far away it is. */
  record Spot(double right, double up, double away) {}

  /** A view in which the picture is {@code seen} high in the middle. */
  static Slant of(Dice dice, double seen, double aspect) {
    double lens = dice.scale(0.8, 2.5);
    return new Slant(
        dice.chance(0.4) ? 0 : dice.between(-1.15, 1.15),
        dice.chance(0.4) ? 0 : dice.between(-0.1, 0.6),
        dice.chance(0.6) ? 0 : 0.12 * dice.bell(),
        lens,
        seen * lens,
        aspect);
  }

  /** What is seen at a place of the picture, or null where the wall ends in the distance. */
  Spot at(double x, double y) {
    double right = (x - aspect / 2) * Math.cos(roll) + (y - 0.5) * Math.sin(roll);
    double rise = (x - aspect / 2) * Math.sin(roll) - (y - 0.5) * Math.cos(roll);
    double up = rise * Math.cos(pitch) + lens * Math.sin(pitch);
    double ahead = lens * Math.cos(pitch) - rise * Math.sin(pitch);
    double towards = ahead * Math.cos(yaw) - right * Math.sin(yaw);
    if (towards < 0.02) {
      return null;
    }
    double away = far * Math.cos(yaw) / towards;
    return new Spot(
        away * (right * Math.cos(yaw) + ahead * Math.sin(yaw)) - far * Math.sin(yaw),
        away * up - far * Math.tan(pitch),
        away);
  }
}
