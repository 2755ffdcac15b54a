package impasto.report;

import impasto.image.ImageCodec;
import impasto.image.Picture;
import impasto.image.UnreadablePictureException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thumbnails of a page. Each picture is read once. */
public final class Thumbnails {
  private static final Logger LOG = LoggerFactory.getLogger(Thumbnails.class);

  /** So much finer than the thumbnail is what it is made from, lest fine patterns become coarse. */
  private static final int FINER = 3;

  private final Map<Path, Map<Integer, Thumbnail>> thumbnails;

  private Thumbnails(Map<Path, Map<Integer, Thumbnail>> thumbnails) {
    this.thumbnails = thumbnails;
  }

  /**
   * The longer side of thumbnails, so that a page of thousands can still be opened and sent.
   *
   * @param pictures how many there are on the page, inputs and results
   * @return the side in pixels
   */
  static int longerSide(int pictures) {
    return pictures <= 120 ? 384 : pictures <= 600 ? 240 : pictures <= 2500 ? 128 : 96;
  }

  /**
   * Makes thumbnails, on all processors. What is missing or cannot be read gets none, which is
   * logged.
   *
   * @param pictures files, absolute
   * @param longerSides of the thumbnails wanted of each picture, in pixels
   */
  public static Thumbnails of(Collection<Path> pictures, List<Integer> longerSides) {
    return new Thumbnails(
        new HashSet<>(pictures)
            .parallelStream()
                .collect(
                    Collectors.toConcurrentMap(
                        Function.identity(), file -> thumbnails(file, longerSides))));
  }

  /**
   * The thumbnail of a picture; empty if it is missing or cannot be read.
   *
   * @param picture one of the files
   * @param longerSide one of the sides
   */
  public Optional<Thumbnail> get(Path picture, int longerSide) {
    return Optional.ofNullable(thumbnails.getOrDefault(picture, Map.of()).get(longerSide));
  }

  private static Map<Integer, Thumbnail> thumbnails(Path file, List<Integer> longerSides) {
    if (!Files.exists(file)) {
      return Map.of();
    }
    try {
      Picture picture = read(file, Collections.max(longerSides));
      return longerSides.stream()
          .distinct()
          .collect(Collectors.toMap(Function.identity(), side -> Thumbnail.of(picture, side)));
    } catch (UnreadablePictureException e) {
      // The page says so in its place, and the job what is wrong.
      LOG.debug("{}; the page shows no thumbnail of it", Printable.text(e.getMessage()));
      return Map.of();
    }
  }

  private static Picture read(Path file, int longerSide) {
    Picture coarse = ImageCodec.readCoarsely(file, FINER * longerSide);
    return Thumbnail.shrunk(coarse, longerSide);
  }
}
