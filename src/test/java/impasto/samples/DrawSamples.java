package impasto.samples;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Draws all sample pictures into a folder. */
public final class DrawSamples {
  private DrawSamples() {}

  /**
   * Draws every picture of the gallery as {@code FOLDER/content/NAME.png} or {@code
   * FOLDER/style/NAME.png}; files of the same name are replaced.
   *
   * @param args the folder
   * @throws IOException when a picture cannot be written
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      System.err.println("usage: DrawSamples FOLDER");
      System.exit(2);
    }
    System.setProperty("java.awt.headless", "true");
    for (Gallery.Sample sample : Gallery.SAMPLES) {
      Path file = Path.of(args[0], sample.folder(), sample.name() + ".png");
      Files.createDirectories(file.getParent());
      BufferedImage picture = sample.scene().draw(sample.width(), sample.height(), sample.seed());
      ImageIO.write(picture, "png", file.toFile());
      System.out.println(file);
    }
  }
}
