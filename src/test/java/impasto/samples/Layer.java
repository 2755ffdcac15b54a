package impasto.samples;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/** Something drawn with Java 2D on a clear sheet, to be laid over a film. */
public final class Layer {
  private Layer() {}

  /** A clear ARGB sheet on which {@code drawing} has drawn with smooth edges. */
  public static BufferedImage draw(int width, int height, Consumer<Graphics2D> drawing) {
    BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = sheet.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    drawing.accept(g);
    g.dispose();
    return sheet;
  }

  /** The film with a sheet of the same size laid over it. */
  public static Film over(Film film, BufferedImage sheet) {
    return Film.expose(
        film.width(),
        film.height(),
        1,
        (x, y) -> {
          int code = sheet.getRGB((int) x, (int) y);
          return film.get((int) x, (int) y).mix(Rgb.hex(code), (code >>> 24) / 255.0);
        });
  }
}
