package impasto.training;

import impasto.image.ImageCodec;
import impasto.image.Picture;
import impasto.image.Resampler;
import impasto.image.Size;
import impasto.image.UnreadablePictureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads folders of pictures onto the Java heap. */
public final class PictureFolders {
  private static final Logger LOG = LoggerFactory.getLogger(PictureFolders.class);

  /** Longer sides than this only cost memory: crops are small. */
  private static final int LONGEST_SIDE = 512;

  private PictureFolders() {}

  /**
   * Reads every picture of some folders, though not of folders in them, in the order of their
   * names. Files that are no pictures are passed over with a warning.
   *
   * @param folders at least one
   * @throws UnreadablePictureException if there is no such folder, or no picture in it
   */
  public static TrainingPictures read(List<Path> folders) {
    Map<Path, List<Picture>> read = new HashMap<>();
    return new TrainingPictures(
        folders.stream()
            .map(folder -> read.computeIfAbsent(folder, PictureFolders::pictures))
            .toList());
  }

  private static List<Picture> pictures(Path folder) {
    List<Picture> pictures = new ArrayList<>();
    for (Path file : files(folder)) {
      try {
        Picture picture = ImageCodec.read(file);
        pictures.add(
            Size.of(picture).longerSide() > LONGEST_SIDE
                ? Resampler.fitted(picture, LONGEST_SIDE)
                : picture);
      } catch (UnreadablePictureException e) {
        if (e.getCause() instanceof OutOfMemoryError) {
          throw new UnreadablePictureException(
              folder,
              "its pictures do not fit into Java's memory; take fewer, or give it more by "
                  + "IMPASTO_JAVA_OPTS=-Xmx8g",
              e);
        }
        LOG.warn("{}; going on without it", e.getMessage());
      }
    }
    if (pictures.isEmpty()) {
      throw new UnreadablePictureException(
          folder, "there is no picture in it; name a folder of pictures", null);
    }
    return pictures;
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UnreadablePictureException(
          folder, "it is no folder that can be read; name a folder of pictures", e);
    }
  }
}
