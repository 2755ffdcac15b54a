package impasto.compare;

import impasto.image.ImageCodec;
import impasto.image.Picture;
import impasto.image.Resampler;
import impasto.image.StructuralSimilarity;
import impasto.image.UnreadablePictureException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Compares the pictures of each recipe and pair with each other. What cannot be read, or is smaller
 * than the window of SSIM, is left out.
 *
 * @param folder of the comparison
 */
public record Likenesses(Path folder) {

  /** Pictures that differ in size and seed alone. */
  private record Family(String recipe, Trial.Pair pair) {}

  /**
   * Reads pictures and compares them; those of one recipe and pair are in memory at a time.
   *
   * @param painted trials whose pictures are there
   * @return by trial
   */
  public Map<Trial, Likeness> of(List<Trial> painted) {
    Map<Family, List<Trial>> families =
        painted.stream()
            .collect(
                Collectors.groupingBy(
                    trial -> new Family(trial.recipe(), trial.pair()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    Map<Trial, Likeness> likenesses = new LinkedHashMap<>();
    families.values().forEach(family -> likenesses.putAll(compared(family)));
    return likenesses;
  }

  private Map<Trial, Likeness> compared(List<Trial> family) {
    Map<Trial, Picture> pictures = new LinkedHashMap<>();
    for (Trial trial : family) {
      read(folder.resolve(trial.output())).ifPresent(picture -> pictures.put(trial, picture));
    }
    Optional<Trial> first = pictures.keySet().stream().min(Comparator.comparingInt(Trial::size));
    if (first.isEmpty()) {
      return Map.of();
    }
    Picture smallest = pictures.get(first.get());
    Optional<Picture> photo =
        read(first.get().content().file()).map(picture -> reduced(picture, smallest));
    Map<Integer, Optional<Double>> overSeeds =
        pictures.keySet().stream()
            .map(Trial::size)
            .distinct()
            .collect(Collectors.toMap(size -> size, size -> overSeeds(size, pictures)));
    Map<Trial, Picture> small = new LinkedHashMap<>();
    pictures.forEach((trial, picture) -> small.put(trial, reduced(picture, smallest)));
    Map<Trial, Likeness> likenesses = new LinkedHashMap<>();
    small.forEach(
        (trial, picture) ->
            likenesses.put(
                trial,
                new Likeness(
                    overSeeds.get(trial.size()),
                    overSizes(trial, small),
                    photo.flatMap(it -> similarity(picture, it)))));
    return likenesses;
  }

  /** The least similarity to a picture of a smaller size and the same seed, all reduced. */
  private static Optional<Double> overSizes(Trial trial, Map<Trial, Picture> small) {
    return small.entrySet().stream()
        .filter(it -> it.getKey().size() < trial.size() && it.getKey().seed().equals(trial.seed()))
        .flatMap(it -> similarity(small.get(trial), it.getValue()).stream())
        .min(Comparator.naturalOrder());
  }

  private static Optional<Double> overSeeds(int size, Map<Trial, Picture> pictures) {
    List<Picture> same =
        pictures.entrySet().stream()
            .filter(it -> it.getKey().size() == size)
            .map(Map.Entry::getValue)
            .toList();
    List<Double> similarities = new ArrayList<>();
    for (int i = 0; i < same.size(); i++) {
      for (int j = 0; j < i; j++) {
        similarity(same.get(i), same.get(j)).ifPresent(similarities::add);
      }
    }
    return similarities.isEmpty()
        ? Optional.empty()
        : Optional.of(similarities.stream().mapToDouble(it -> it).sum() / similarities.size());
  }

  private static Optional<Double> similarity(Picture one, Picture other) {
    boolean defined =
        StructuralSimilarity.isDefined(one.width(), one.height())
            && one.width() == other.width()
            && one.height() == other.height();
    return defined ? Optional.of(StructuralSimilarity.of(one, other)) : Optional.empty();
  }

  private static Picture reduced(Picture picture, Picture to) {
    return Resampler.resize(picture, to.width(), to.height());
  }

  private static Optional<Picture> read(Path file) {
    try {
      return Optional.of(ImageCodec.read(file));
    } catch (UnreadablePictureException e) {
      return Optional.empty();
    }
  }
}
