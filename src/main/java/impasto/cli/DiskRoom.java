package impasto.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether there is room on a disk. */
final class DiskRoom {
  private static final double MEGABYTE = 1 << 20;

  private DiskRoom() {}

  /**
   * Checks that a run's files will fit.
   *
   * @param picture the picture to be written
   * @param pictureBytes what it may take
   * @param checkpointBytes what a checkpoint may take; twice, while one replaces another; 0 if none
   *     is kept
   * @param existing bytes of an earlier checkpoint, which makes room
   * @throws OutputException if they will not
   */
  static void check(Path picture, long pictureBytes, long checkpointBytes, long existing) {
    Path folder = picture.toAbsolutePath().getParent();
    long room;
    try {
      room = Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      // A file system that does not tell may well have room.
      return;
    }
    // What is there already is replaced, not added to.
    room += existing;
    long needed = pictureBytes + 2 * checkpointBytes;
    if (room < needed) {
      String checkpoints =
          checkpointBytes == 0
              ? ""
              : ", %.0f of it for checkpoints; --checkpoint-every 0 keeps none"
                  .formatted(2 * checkpointBytes / MEGABYTE);
      throw new OutputException(
          "cannot write %s: there are %.0f MB free in %s, and the run may need %.0f MB%s; make room or choose another folder"
              .formatted(
                  picture,
                  Math.floor(room / MEGABYTE),
                  folder,
                  Math.ceil(needed / MEGABYTE),
                  checkpoints));
    }
  }
}
