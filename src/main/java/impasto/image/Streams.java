package impasto.image;

import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;

/** Opens files for ImageIO. */
final class Streams {
  private Streams() {}

  /**
   * A stream that reads the file itself, buffered; the JDK's other ones keep all they have read.
   *
   * @throws IOException if the file cannot be opened
   */
  static ImageInputStream open(Path file) throws IOException {
    ImageInputStream stream = ImageIO.createImageInputStream(file.toFile());
    if (stream == null) {
      throw new IOException("ImageIO opens no files");
    }
    return stream;
  }
}
