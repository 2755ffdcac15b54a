package impasto.samples.training;

import impasto.samples.Ease;
import impasto.samples.Noise;
import impasto.samples.Rgb;
import impasto.samples.Scene;
import impasto.samples.Vec;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Round things on a table or in the air, with shades, lights and the shadows they cast. */
final class Forms implements Scene {
  @Override
  public BufferedImage draw(int width, int height, long seed) {
    Dice dice = Dice.of(seed);
    double aspect = (double) width / height;
    Scheme scheme = Scheme.of(dice);
    List<Turned> bodies = bodies(dice, scheme, aspect);
    Vec lamp = Relief.lamp(dice);
    Vec between = lamp.plus(new Vec(0, 0, 1)).unit();
    Motif ground = ground(dice, height);
    double table = dice.chance(0.6) ? dice.between(0.3, 0.7) : 2;
    Motif wall = dice.chance(0.6) ? ColourFields.motif(dice, aspect) : ground;
    Rgb fill = Scheme.of(dice).at(0.7).mix(Rgb.WHITE, 0.4).times(dice.scale(0.06, 0.5));
    double harsh = dice.between(0.1, 0.5);
    double dim = dice.between(0.3, 1);
    double power = dice.scale(8, 120);
    Motif motif =
        (x, y) -> {
          Rgb behind = y > table ? ground.at(x, y) : wall.at(x, y).times(dim);
          int first = bodies.size() - 1;
          Vec normal = null;
          while (first >= 0 && normal == null) {
            normal = bodies.get(first).normal(x, y);
            first -= normal == null ? 1 : 0;
          }
          double open = open(bodies, first, lamp, harsh, x, y);
          if (normal == null) {
            return behind.times(open);
          }
          Turned body = bodies.get(first);
          double facing = Math.max(0, normal.dot(lamp) + 0.1);
          double shine = body.gloss() * Math.pow(Math.max(0, normal.dot(between)), power);
          Rgb light =
              Rgb.grey(facing * open)
                  .plus(fill.times(0.4 + 0.6 * normal.z()))
                  .plus(behind.times(0.35 * Math.max(0, normal.y())));
          Rgb skin = body.skin().at(x - body.x(), y - body.y());
          return skin.times(light).plus(Rgb.grey(shine * open));
        };
    return motif.expose(width, height, 2).toImage();
  }

  /** How much light reaches a place past the bodies in front of it: each casts a soft shadow. */
  private static double open(
      List<Turned> bodies, int self, Vec lamp, double harsh, double x, double y) {
    double open = 1;
    for (int i = self + 1; i < bodies.size(); i++) {
      Turned body = bodies.get(i);
      double reach = 0.6 * body.half() * body.profile().at(0.3);
      double r = body.away(x + lamp.x() * reach, y + lamp.y() * reach);
      open *= 1 - 0.75 * Ease.smooth(1 + harsh, 1 - harsh, r);
    }
    return open;
  }

  private static List<Turned> bodies(Dice dice, Scheme scheme, double aspect) {
    int count = dice.count(2, 24);
    double size = dice.scale(0.4, 1) / Math.sqrt(count + 1);
    double gloss = dice.chance(0.5) ? dice.scale(0.05, 1) : 0;
    boolean grouped = dice.chance(0.5);
    boolean upright = dice.chance(0.5);
    double alike = dice.chance(0.5) ? 0.9 : 0;
    Turned.Profile usual = Turned.profile(dice);
    double midX = aspect * dice.between(0.25, 0.75);
    double midY = dice.between(0.35, 0.75);
    List<Turned> bodies = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double half = size * dice.scale(0.6, 1.5);
      double x = grouped ? midX + size * 1.5 * dice.bell() : aspect * dice.between(0, 1);
      double y = grouped ? midY + size * 0.9 * dice.bell() : dice.between(0, 1);
      double turn = upright ? Math.PI / 2 + 0.06 * dice.bell() : dice.turn();
      Turned.Profile profile = dice.chance(alike) ? usual : Turned.profile(dice);
      bodies.add(new Turned(x, y, half, turn, profile, skin(dice, scheme, half), gloss));
    }
    bodies.sort(Comparator.comparingDouble(b -> b.y() + b.half()));
    return bodies;
  }

  private static Motif skin(Dice dice, Scheme scheme, double size) {
    Rgb base = scheme.any(dice);
    Rgb other = scheme.any(dice);
    Noise noise = dice.noise();
    double fine = dice.scale(1, 8) / size;
    double strength = dice.chance(0.6) ? dice.between(0, 0.4) : dice.between(0.8, 3);
    double stretch = dice.scale(0.2, 1);
    return (x, y) ->
        base.mix(
            other, Ease.clamp(0.2 + strength * noise.fractal(fine * x, stretch * fine * y, 3)));
  }

  private static Motif ground(Dice dice, int height) {
    if (dice.chance(0.35)) {
      return Cloth.motif(dice, height);
    }
    Scheme scheme = dice.chance(0.5) ? Scheme.earthy(dice) : Scheme.of(dice);
    Noise noise = dice.noise();
    double fine = dice.scale(0.5, 8);
    double stretch = dice.scale(0.5, 12);
    double level = dice.between(0.2, 0.8);
    double strength = dice.scale(0.05, 0.6);
    return (x, y) ->
        scheme.at(
            level + 0.4 * (y - 0.6) + strength * noise.fractal(fine * x, stretch * fine * y, 4));
  }
}
