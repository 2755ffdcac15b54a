package impasto.samples;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Fruit, a bowl and a jug on a table, in window light before a dark wall. */
final class StillLife implements Scene {
  private static final double LENS = 1.75;
  private static final List<Integer> WALLS = List.of(0x3A3028, 0x2A3432, 0x43301F, 0x2C2E3A);

  @Override
  public BufferedImage draw(int width, int height, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Rgb wall = Rgb.hex(WALLS.get(random.nextInt(WALLS.size())));
    Tabletop table = new Tabletop(arrange(random), new Noise(seed), wall);
    Vec eye = new Vec(0, 2.05, -5.4);
    double unit = 1.0 / height;
    double tilt = 0.225;
    Film film =
        Film.expose(
            width,
            height,
            2,
            (x, y) -> {
              double up = (0.5 * height - y) * unit;
              double right = (x - 0.5 * width) * unit;
              Vec d =
                  new Vec(
                      right,
                      up * Math.cos(tilt) - LENS * Math.sin(tilt),
                      LENS * Math.cos(tilt) + up * Math.sin(tilt));
              return table.look(eye, d.unit(), 1);
            });
    Film lit = Darkroom.bloom(film, 1.1, height / 40.0, 0.2);
    return Darkroom.finish(Darkroom.filmic(lit, 1.0), 0.45, 0.06, seed).toImage();
  }

  private static List<Thing> arrange(SplittableRandom random) {
    List<Thing> things = new ArrayList<>();
    double side = random.nextBoolean() ? 1 : -1;
    Vec bowl = new Vec(0.45 * side, 0.1, 0.35);
    things.add(Pottery.bowl(bowl, noise(random)));
    things.add(
        Pottery.jug(new Vec(-1.15 * side, 0, 1.15), noise(random))
            .turned(0, 0.4 + random.nextDouble()));
    double start = 6 * random.nextDouble();
    for (int i = 0; i < 4; i++) {
      double angle = start + i * Math.PI / 2;
      Vec at = bowl.plus(new Vec(0.40 * Math.cos(angle), 0.66, 0.40 * Math.sin(angle)));
      things.add(any(i, at, random).turned(0.5 * random.nextDouble(), 6 * random.nextDouble()));
    }
    things.add(
        any(random.nextInt(2), bowl.plus(new Vec(0, 1.24, 0)), random)
            .turned(0.3, 6 * random.nextDouble()));
    things.add(
        Fruit.lemon(new Vec(-0.95 * side, 0.31, -0.75), noise(random))
            .turned(0.05, random.nextDouble() - 0.4));
    things.add(
        Fruit.apple(new Vec(-0.30 * side, 0.33, -1.25), noise(random))
            .turned(0.35, 6 * random.nextDouble()));
    things.add(
        Fruit.grapes(new Vec(1.05 * side, 0, -1.05), noise(random))
            .turned(0, side > 0 ? 0.3 : 2.6));
    things.add(
        Fruit.pear(new Vec(-1.75 * side, 0.36, -0.05), noise(random))
            .turned(0.08, 6 * random.nextDouble()));
    things.sort(Comparator.comparingDouble(Thing::bound));
    return things;
  }

  private static Thing any(int kind, Vec at, SplittableRandom random) {
    return switch (kind) {
      case 0 -> Fruit.orange(at, noise(random));
      case 1, 3 -> Fruit.apple(at, noise(random));
      default -> Fruit.lemon(at, noise(random));
    };
  }

  private static Noise noise(SplittableRandom random) {
    return new Noise(random.nextLong());
  }
}
