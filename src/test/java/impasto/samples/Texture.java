package impasto.samples;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A drawn sheet that can be looked at from far away: every level is half the size of the one
 * before.
 *
 * @param colours the colours, multiplied by the opacity
 * @param opacities the opacity of each level, as a grey film
 */
public record Texture(List<Film> colours, List<Film> opacities) {
  /** A place of the sheet: its light (times the opacity) and its opacity, 0..1. */
  public record Spot(Rgb light, double opacity) {
    static final Spot CLEAR = new Spot(Rgb.BLACK, 0);
  }

  /** The texture of an ARGB sheet. */
  public static Texture of(BufferedImage sheet) {
    int w = sheet.getWidth();
    int h = sheet.getHeight();
    Film opacity =
        Film.expose(w, h, 1, (x, y) -> Rgb.grey((sheet.getRGB((int) x, (int) y) >>> 24) / 255.0));
    Film colour = Film.expose(w, h, 1, (x, y) -> Rgb.hex(sheet.getRGB((int) x, (int) y)));
    Film shown =
        Film.expose(
            w, h, 1, (x, y) -> colour.get((int) x, (int) y).times(opacity.get((int) x, (int) y)));
    List<Film> colours = new ArrayList<>(List.of(shown));
    List<Film> opacities = new ArrayList<>(List.of(opacity));
    while (colours.get(colours.size() - 1).height() >= 8 && colours.size() < 8) {
      colours.add(colours.get(colours.size() - 1).half());
      opacities.add(opacities.get(opacities.size() - 1).half());
    }
    return new Texture(colours, opacities);
  }

  /** The texture of a sheet of that size, on which is drawn with y upwards from its foot. */
  public static Texture draw(double wide, double high, double scale, Consumer<Graphics2D> drawing) {
    int h = (int) Math.round(high * scale);
    return of(
        Layer.draw(
            (int) Math.round(wide * scale),
            h,
            g -> {
              g.translate(0, h);
              g.scale(scale, -scale);
              drawing.accept(g);
            }));
  }

  /** What is at (u, v), both 0..1 from the top left; {@code blur} is the size of a look, 0..1. */
  public Spot at(double u, double v, double blur) {
    if (u < 0 || u >= 1 || v < 0 || v >= 1) {
      return Spot.CLEAR;
    }
    double texels = blur * colours.get(0).height();
    int level = (int) Math.min(colours.size() - 1, Math.max(0, Math.log(texels) / Math.log(2)));
    Film colour = colours.get(level);
    double x = u * colour.width();
    double y = v * colour.height();
    return new Spot(colour.sample(x, y), opacities.get(level).sample(x, y).r());
  }
}
