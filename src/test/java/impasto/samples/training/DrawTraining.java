package impasto.samples.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Draws pictures for the training of a small network into a folder. */
public final class DrawTraining {
  private static final int SIDE = 256;
  private static final String COUNT = "480";

  private DrawTraining() {}

  /**
   * Draws {@code FOLDER/0000-KIND.png} and so on, the kinds in turn; files of the same name are
   * replaced.
   *
   * @param args the folder and, if there shall not be 480, the number of pictures
   * @throws IOException when a picture cannot be written
   */
  public static void main(String[] args) throws IOException {
    String count = args.length == 2 ? args[1] : COUNT;
    if (args.length < 1 || args.length > 2 || !count.matches("\\d{1,6}")) {
      System.err.println("usage: DrawTraining FOLDER [COUNT]");
      System.exit(2);
    }
    System.setProperty("java.awt.headless", "true");
    draw(Path.of(args[0]), Integer.parseInt(count), SIDE);
    System.out.println(count + " pictures in " + args[0]);
  }

  /** Draws square pictures; the number of a picture is its seed. */
  static void draw(Path folder, int count, int side) throws IOException {
    Files.createDirectories(folder);
    for (int i = 0; i < count; i++) {
      Kinds.Kind kind = Kinds.at(i);
      String name = String.format(Locale.ROOT, "%04d-%s.png", i, kind.name());
      ImageIO.write(kind.scene().draw(side, side, i), "png", folder.resolve(name).toFile());
    }
  }
}
