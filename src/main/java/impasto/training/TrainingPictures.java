package impasto.training;

import impasto.image.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The pictures that a network is trained on, by folder. Every folder has the same say, however many
 * pictures it holds.
 *
 * @param folders the pictures of each folder, at least one
 */
public record TrainingPictures(List<List<Picture>> folders) {
  /** Every 25th picture of a folder is kept back, to be judged by. */
  private static final int KEPT_BACK = 25;

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if there is no folder, or nothing in one
   */
  public TrainingPictures {
    folders = folders.stream().map(List::copyOf).toList();
    if (folders.isEmpty() || folders.stream().anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException("there are no pictures to train on");
    }
  }

  /** How many there are; those of a folder that is named twice count once. */
  public int count() {
    return (int) folders.stream().flatMap(List::stream).distinct().count();
  }

  /** What is trained on. */
  TrainingPictures taught() {
    return part(false);
  }

  /** What is kept back. */
  TrainingPictures keptBack() {
    return part(true);
  }

  /** A picture by lot. */
  Picture any(SplittableRandom random) {
    List<Picture> folder = folders.get(random.nextInt(folders.size()));
    return folder.get(random.nextInt(folder.size()));
  }

  /** A folder of few pictures is whole in both parts. */
  private TrainingPictures part(boolean back) {
    List<List<Picture>> parts = new ArrayList<>();
    for (List<Picture> folder : folders) {
      List<Picture> part = new ArrayList<>();
      for (int i = 0; i < folder.size(); i++) {
        if (folder.size() < KEPT_BACK || (i % KEPT_BACK == 0) == back) {
          part.add(folder.get(i));
        }
      }
      parts.add(part);
    }
    return new TrainingPictures(parts);
  }
}
