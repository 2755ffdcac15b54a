package impasto.cli;

import impasto.image.ImageCodec;
import impasto.image.Picture;
import java.nio.file.Path;
import java.util.List;

/**
 * The pictures that every recipe needs.
 *
 * @param content the photo
 * @param styles the paintings
 */
record Inputs(Picture content, List<Picture> styles) {

  /** Reads them all. */
  static Inputs read(Path content, List<Path> styles) {
    return new Inputs(ImageCodec.read(content), styles.stream().map(ImageCodec::read).toList());
  }
}
