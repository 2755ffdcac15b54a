package impasto.samples;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A canal in an old town: two rows of houses, trees and boats, mirrored in the water. */
final class Canal implements Scene {
  private static final double LENS = 0.95;
  private static final Rgb SUN = new Rgb(1.5, 1.2, 0.82);
  private static final Rgb SHADE = new Rgb(0.27, 0.32, 0.44);

  @Override
  public BufferedImage draw(int width, int height, long seed) {
    Noise noise = new Noise(seed);
    Sky sky = Sky.afternoon(seed, new Vec(0.75, 0.55, 0.25), 0.55 + 0.1 * noise.cell(1, 2));
    Stage stage =
        new Stage(
            panels(seed, Math.max(4, height / 12.0)),
            new Pavement(noise.other(4), 7, 1.4, SUN, SHADE),
            sky,
            noise.other(8),
            Rgb.hex(0xD8D4CC).times(0.8),
            Rgb.hex(0x2A3A30).times(0.6));
    Vec eye = new Vec(1.4, 3.1, 0);
    double pixel = 1.0 / height / LENS;
    Film film =
        Film.expose(
            width,
            height,
            3,
            (x, y) -> {
              Vec d = new Vec((x - 0.46 * width) * pixel, (0.56 * height - y) * pixel, 1);
              return stage.look(eye, d.unit(), pixel);
            });
    Film lit = Darkroom.bloom(film, 0.9, height / 30.0, 0.25);
    return Darkroom.finish(Darkroom.filmic(lit, 1.1), 0.3, 0.05, seed).toImage();
  }

  private static List<Panel> panels(long seed, double scale) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Panel> list = new ArrayList<>();
    for (int side = -1; side <= 1; side += 2) {
      Rgb light = side < 0 ? SUN : SHADE;
      Texture row = CanalParts.houses(84, scale, random.nextLong());
      list.add(new Panel(row, true, side * 10.5, 2, 1.2, 84, 20, light));
      Texture quay = CanalParts.quay(84, scale, random.nextLong());
      list.add(new Panel(quay, true, side * 7, 2, -0.6, 84, 2, light));
      for (double z = 13 + 4 * random.nextDouble(); z < 60; z += 9 + 3 * random.nextDouble()) {
        Texture tree = CanalParts.tree(2 * scale, random.nextLong());
        double wide = 6.0 + 1.5 * random.nextDouble();
        Rgb shine = side < 0 ? SUN : SHADE.plus(SUN.times(0.3));
        list.add(new Panel(tree, false, z, side * 8.3 - wide / 2, 1.3, wide, 1.25 * wide, shine));
      }
      for (double z = 8 + 4 * random.nextDouble(); z < 50; z += 11 + 9 * random.nextDouble()) {
        Texture boat = CanalParts.boat(scale * 2, random.nextLong());
        list.add(new Panel(boat, true, side * 5.4, z, -0.15, 7.5, 2.8, light));
      }
    }
    Texture arch = Landmarks.bridge(15, scale, random.nextLong());
    list.add(new Panel(arch, false, 56, -7.5, -0.2, 15, 6, SUN.mix(SHADE, 0.4)));
    Texture end = CanalParts.houses(44, scale, random.nextLong());
    list.add(new Panel(end, false, 96, -22, 1, 44, 20, SUN.mix(SHADE, 0.3)));
    Texture tower = Landmarks.tower(scale, random.nextLong());
    list.add(new Panel(tower, false, 110, -7 + 5 * random.nextDouble(), 0, 9, 46, SUN));
    return list;
  }
}
