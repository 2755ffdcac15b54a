package impasto.samples;

import java.util.Arrays;

/**
 * A valley seen from over the water, column by column: each column walks away from the viewer and
 * paints what rises above all that came before.
 */
record Panorama(Valley valley, Sky sky, Vec key, double eye, double lens) {
  /**
   * The view upwards from {@code below} pixels under the horizon; water is left black.
   *
   * @param unit the height of a pixel on a picture of height 1
   * @param side 1 to look from above the water; -1 from its mirror place below, which gives what
   *     the water reflects
   */
  Film expose(int width, int rows, int below, double unit, int side) {
    Film film = new Film(width, rows);
    for (int x = 0; x < width; x++) {
      double across = (x + 0.5 - width / 2.0) * unit / lens;
      Rgb[] column = new Rgb[rows];
      land(column, below, across, unit, side);
      for (int y = 0; y < rows; y++) {
        if (column[y] == null && y >= below) {
          double up = (y + 0.5 - below) * unit / lens;
          column[y] = sky.light(new Vec(across, up, 1).unit());
        }
        if (column[y] != null) {
          film.set(x, y, column[y]);
        }
      }
    }
    return film;
  }

  private void land(Rgb[] column, int below, double across, double unit, int side) {
    int done = 0;
    for (double z = 0.9; z < 46 && done < column.length; z *= 1.003) {
      double x = across * z;
      int fine = z < 12 ? 9 : 8;
      double y = valley.canopy(x, z, fine);
      if (y <= 0) {
        continue;
      }
      double scale = lens / unit / z;
      int top = Math.min(column.length, below + (int) Math.ceil((y - side * eye) * scale));
      int foot = side > 0 ? below - (int) (eye * scale) : 0;
      if (top > done) {
        Arrays.fill(column, Math.min(top, Math.max(done, foot)), top, ground(x, y, z, fine));
        done = top;
      }
    }
  }

  private Rgb ground(double x, double y, double z, int fine) {
    Vec normal = valley.normal(x, z, 0.004 + 0.0022 * z, fine);
    double wood = valley.forest(x, z, valley.height(x, z, fine));
    double lit = Math.max(0, normal.dot(key)) * valley.sunlight(x, y, z, key);
    double open = 0.55 + 0.45 * normal.y();
    Rgb body = surface(x, y, z, normal, wood);
    Rgb warm = new Rgb(1.65, 1.02, 0.58).times(1.8 * lit);
    Rgb cool = new Rgb(0.34, 0.40, 0.56).times(0.62 * open);
    Rgb here = body.times(warm.plus(cool));
    double haze = 1 - Math.exp(-0.020 * z * Math.exp(-0.45 * y) - 0.011 * z);
    Rgb air =
        sky.air()
            .at(0.42 + 0.04 * y)
            .times(0.55)
            .plus(
                sky.glow()
                    .times(
                        0.45 * Math.pow(Math.max(0, new Vec(x, y, z).unit().dot(sky.sun())), 14)));
    return here.mix(air, haze);
  }

  private Rgb surface(double x, double y, double z, Vec normal, double wood) {
    Noise noise = valley.noise();
    double grain = noise.fractal(3.1 * x, 3.1 * z + 2 * y, 4);
    Rgb rock = Rgb.hex(0x6B625C).mix(Rgb.hex(0x9A8775), Ease.clamp(0.5 + grain));
    Rgb grass = Rgb.hex(0x55602F).mix(Rgb.hex(0x7C7038), Ease.clamp(0.5 + grain));
    Rgb trees = Rgb.hex(0x1D2F1F).mix(Rgb.hex(0x39461F), Ease.clamp(0.5 + 1.6 * grain));
    double line = 2.6 + 0.9 * noise.fractal(0.6 * x, 0.6 * z, 3);
    double snow = Ease.smooth(line - 0.3, line + 0.7, y) * Ease.smooth(0.35, 0.62, normal.y());
    Rgb bare = rock.mix(grass, Ease.smooth(0.72, 0.9, normal.y()) * Ease.smooth(2.2, 0.9, y));
    Rgb stones = Rgb.hex(0x7A6E62).times(0.8 + 0.4 * grain);
    bare = bare.mix(stones, Ease.smooth(0.05, 0.015, y));
    return bare.mix(trees, wood).mix(Rgb.hex(0xE6EAF2), snow);
  }
}
