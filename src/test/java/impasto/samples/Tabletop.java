package impasto.samples;

import java.util.List;

/** Things on a wooden table in the light of a window on the left: what a ray of sight meets. */
record Tabletop(List<Thing> things, Noise noise, Rgb wall) {
  private static final Vec WINDOW = new Vec(-0.72, 0.62, -0.38).unit();
  private static final Rgb DAY = new Rgb(1.75, 1.55, 1.28);
  private static final Rgb ROOM = new Rgb(0.26, 0.28, 0.34);
  private static final double FAR = 14;

  /** No body is higher than this, or farther back. */
  private static final double TOP = 2.3;

  private static final double BACK = 2.2;

  /** The light that comes along a ray; {@code bounces} is how many mirrorings are followed. */
  Rgb look(Vec from, Vec d, int bounces) {
    double table = d.y() < 0 ? Math.min(FAR, from.y() / -d.y()) : FAR;
    double t = march(from, d, table);
    if (Math.min(t, table) >= FAR || (table < t && from.z() + table * d.z() > 3.4)) {
      return backdrop(from, d);
    }
    boolean wood = table < t;
    Vec p = from.plus(d.times(wood ? table : t));
    Thing thing = wood ? null : nearest(p);
    Vec normal = wood ? woodNormal(p) : normal(thing, p);
    Rgb body = wood ? wood(p) : thing.skin().colour(p.minus(thing.middle()));
    double gloss = wood ? 0.025 : thing.gloss();
    double facing = normal.dot(WINDOW);
    double open = facing > -0.15 ? openness(p.plus(normal.times(0.03))) : 0;
    // Light wraps a little around fruit, whose flesh lets it through.
    double wrap = Math.max(0, wood ? facing : (facing + 0.10) / 1.10);
    double hidden = occlusion(p, normal);
    double bounce = 0.5 - 0.5 * normal.y();
    Rgb fill = ROOM.times(0.45 + 0.4 * normal.y()).plus(new Rgb(0.26, 0.15, 0.08).times(bounce));
    Rgb light = DAY.times(0.95 * wrap * (0.04 + 0.96 * open)).plus(fill.times(hidden));
    Vec mirrored = d.bounce(normal);
    double graze = Math.pow(1 - Math.max(0, -d.dot(normal)), 5);
    double mirror = gloss + (wood ? 0.25 : 0.55) * graze;
    Rgb seen =
        bounces > 0 ? look(p.plus(normal.times(0.015)), mirrored, bounces - 1) : window(mirrored);
    double spark = Math.pow(Math.max(0, mirrored.dot(WINDOW)), wood ? 30 : 140) * open;
    return body.times(light)
        .plus(seen.times(mirror * hidden))
        .plus(DAY.times(spark * (wood ? 0.03 : 0.5 + 5 * gloss)));
  }

  /** How far along the ray the first body is; {@link #FAR} when it is beyond the limit. */
  private double march(Vec from, Vec d, double limit) {
    double t = 0;
    for (int i = 0; i < 110 && t < limit; i++) {
      Vec p = from.plus(d.times(t));
      if ((d.y() >= 0 && p.y() > TOP) || (d.z() >= 0 && p.z() > BACK)) {
        return FAR;
      }
      double step = distance(p);
      if (step < 0.002) {
        return t;
      }
      t += step;
    }
    return FAR;
  }

  private double distance(Vec p) {
    double best = FAR;
    for (Thing thing : things) {
      if (thing.near(p, best)) {
        best = Math.min(best, thing.distance(p));
      }
    }
    return best;
  }

  private Thing nearest(Vec p) {
    Thing best = things.get(0);
    for (Thing thing : things) {
      best = thing.distance(p) < best.distance(p) ? thing : best;
    }
    return best;
  }

  private Vec normal(Thing thing, Vec p) {
    double e = 0.0015;
    double dx =
        thing.distance(p.plus(new Vec(e, 0, 0))) - thing.distance(p.minus(new Vec(e, 0, 0)));
    double dy =
        thing.distance(p.plus(new Vec(0, e, 0))) - thing.distance(p.minus(new Vec(0, e, 0)));
    double dz =
        thing.distance(p.plus(new Vec(0, 0, e))) - thing.distance(p.minus(new Vec(0, 0, e)));
    double b = thing.bumps() * 18;
    return new Vec(
            dx / e / 2 + b * noise.at(34 * p.x() + 9 * p.z(), 34 * p.y()),
            dy / e / 2 + b * noise.at(34 * p.y(), 34 * p.z() + 50),
            dz / e / 2 + b * noise.at(34 * p.z(), 34 * p.x() + 9 * p.y()))
        .unit();
  }

  /** How much of the window is seen from a place: 0 in full shadow. */
  private double openness(Vec p) {
    double open = 1;
    for (double t = 0.03; t < 4; ) {
      Vec q = p.plus(WINDOW.times(t));
      if (q.y() > TOP) {
        break;
      }
      double d = distance(q);
      open = Math.min(open, 0.42 + 4.2 * d / t);
      if (open <= 0.01) {
        return 0;
      }
      t += Math.max(0.03, d);
    }
    return open * open * (3 - 2 * open);
  }

  /** How much of the room is seen from a place: less in corners. */
  private double occlusion(Vec p, Vec normal) {
    double hidden = 0;
    for (int i = 1; i <= 5; i++) {
      double reach = 0.07 * i * i * 0.55;
      Vec q = p.plus(normal.times(reach));
      hidden += Math.max(0, reach - Math.min(distance(q), q.y())) / reach / (1 + 0.55 * i);
    }
    return Math.max(0.06, 1 - 0.75 * hidden);
  }

  private Vec woodNormal(Vec p) {
    double grain = noise.fractal(2 * p.x(), 40 * p.z(), 3);
    return new Vec(0.01 * grain, 1, 0.05 * grain).unit();
  }

  private Rgb wood(Vec p) {
    double plank = Math.floor(p.z() / 0.8 + 0.35);
    double inner = p.z() / 0.8 + 0.35 - plank;
    double own = noise.cell((int) plank, 9);
    double ring = noise.warped(0.35 * p.x() + 17 * own, 3.2 * p.z(), 3, 0.8);
    double line = 0.5 + 0.5 * Math.sin(34 * ring);
    double pore = noise.fractal(3 * p.x(), 60 * p.z(), 3);
    Rgb tone = Rgb.hex(0x5A3620).mix(Rgb.hex(0x8E5C34), 0.25 + 0.45 * line + 0.3 * pore);
    double gap = Ease.smooth(0, 0.012, Math.min(inner, 1 - inner));
    return tone.times((0.75 + 0.4 * own) * (0.25 + 0.75 * gap));
  }

  private Rgb backdrop(Vec from, Vec d) {
    double t = (3.4 - from.z()) / Math.max(0.05, d.z());
    double x = from.x() + t * d.x();
    double y = from.y() + t * d.y();
    double pool = Math.exp(-0.10 * Math.pow(x - 1.6, 2) - 0.16 * Math.pow(y - 1.4, 2));
    double patch = noise.warped(0.5 * x, 0.5 * y, 5, 0.9);
    return wall.times((0.25 + 1.25 * pool) * (1 + 0.5 * patch));
  }

  /** The window and the dark room, as a glossy body mirrors them. */
  private Rgb window(Vec d) {
    double pane = Ease.smooth(0.78, 0.88, d.dot(WINDOW));
    return DAY.times(0.9 * pane).plus(ROOM.times(0.6));
  }
}
