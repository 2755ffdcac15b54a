package impasto.cli;

import impasto.files.AtomicFile;
import impasto.image.ImageCodec;
import impasto.image.Picture;
import impasto.image.UnwritablePictureException;
import impasto.image.WriteOptions;
import impasto.transfer.CheckpointFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Saves what was painted, finished or not.
 *
 * @param files the names
 * @param options how pictures are written; whether one is replaced
 */
record Results(OutputFiles files, WriteOptions options) {
  private static final Logger LOG = LoggerFactory.getLogger(Results.class);

  /**
   * Saves a finished picture. If it cannot be written to its place, it is saved among the temporary
   * files: nothing painted is lost.
   *
   * @param finish done to the whole file before it appears
   * @throws OutputException if it cannot be written to its place; says where it is
   */
  void save(Picture picture, AtomicFile.Finish finish) {
    try {
      ImageCodec.write(picture, files.picture(), options, finish);
      tell(files.picture(), picture);
    } catch (UnwritablePictureException e) {
      remove(files.picture(), file -> files.pending().drop());
      throw new OutputException(
          e.getMessage() + "; " + rescued(picture, files.picture().getFileName()), e);
    }
  }

  /**
   * Saves an unfinished picture; one that is there is replaced. If it cannot be written to its
   * place, it is saved among the temporary files, and a warning says so.
   */
  void savePartial(Picture picture) {
    try {
      ImageCodec.write(picture, files.partial(), options.withOverwrite(true));
      tell(files.partial(), picture);
    } catch (UnwritablePictureException e) {
      LOG.warn("{}; {}", e.getMessage(), rescued(picture, files.partial().getFileName()));
    }
  }

  /** Saves the last good picture of a run that failed, and says where. */
  String kept(Picture picture) {
    try {
      ImageCodec.write(picture, files.partial(), options.withOverwrite(true));
      return "the last good picture is " + files.partial();
    } catch (UnwritablePictureException e) {
      return e.getMessage() + "; " + rescued(picture, files.partial().getFileName());
    }
  }

  /** Removes the unfinished picture of an earlier run that is now finished. */
  void removePartial() {
    remove(files.partial(), file -> Files.deleteIfExists(file));
  }

  /** Removes what a finished run could have gone on from. */
  void removeCheckpoint() {
    remove(files.checkpoint(), CheckpointFile::remove);
  }

  private String rescued(Picture picture, Path name) {
    try {
      Path file = Files.createTempDirectory("impasto-").resolve(name);
      // Without metadata: it may be what cannot be written.
      ImageCodec.write(picture, file, WriteOptions.defaults());
      return "the picture was saved as " + file + " instead";
    } catch (IOException | UnwritablePictureException e) {
      LOG.debug("the picture cannot be saved among the temporary files either", e);
      return Files.exists(files.checkpoint())
          ? "make room and go on from " + files.checkpoint() + ", which is kept"
          : "the picture is lost";
    }
  }

  private static void remove(Path file, Removal removal) {
    try {
      removal.remove(file);
    } catch (IOException e) {
      LOG.warn("cannot remove {}: {}; the picture is whole, remove it by hand", file, e.toString());
    }
  }

  private interface Removal {
    void remove(Path file) throws IOException;
  }

  private static void tell(Path file, Picture picture) {
    LOG.info("{}: {} x {} pixels", file, picture.width(), picture.height());
  }
}
