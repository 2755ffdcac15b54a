package impasto.cli;

import impasto.image.ImageCodec;
import impasto.image.PictureFile;
import impasto.image.UnreadablePictureException;
import impasto.report.InputFile;
import java.io.IOException;
import java.nio.file.Path;

/** Reads what a run needs. What was read before may be given again, if it has not changed. */
interface Supplies {

  /**
   * Reads a picture.
   *
   * @param maxPixels refuses larger ones
   * @throws UnreadablePictureException if it cannot be read
   */
  PictureFile picture(Path file, long maxPixels);

  /**
   * Tells of a file's content.
   *
   * @throws UnreadablePictureException if it cannot be read
   */
  InputFile described(Path file);

  /**
   * Loads a network.
   *
   * @throws impasto.models.ModelException if there is none or it cannot be used
   */
  LoadedModel model(ModelOptions options);

  /** Supplies that read everything anew. */
  static Supplies fresh() {
    return new Supplies() {
      @Override
      public PictureFile picture(Path file, long maxPixels) {
        return ImageCodec.readFile(file, maxPixels);
      }

      @Override
      public InputFile described(Path file) {
        try {
          return InputFile.of(file);
        } catch (IOException e) {
          throw new UnreadablePictureException(file, "it went away while it was read", e);
        }
      }

      @Override
      public LoadedModel model(ModelOptions options) {
        return options.load();
      }
    };
  }
}
