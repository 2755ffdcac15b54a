package impasto.compare;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the pictures of a recipe at a size come to, over pairs and seeds.
 *
 * @param recipe its name
 * @param size the longer side in pixels
 * @param pictures how many there are that count
 * @param missing how many there are not
 * @param seconds from start to end of a process, median
 * @param evaluations counted by their pixels relative to the last scale's, median
 * @param peakMemoryMb in megabytes of 2^20 bytes, median
 * @param loss the judge's loss relative to the reference's, geometric mean
 * @param content the content terms likewise
 * @param style the style terms likewise
 * @param noise relative to the painting's, median
 * @param seeds SSIM of pictures of different seeds, median
 * @param sizes least SSIM with the pictures of smaller sizes, median
 * @param photo SSIM with the photo at the smallest size, median
 * @param toBaseline the time until the loss was the baseline's, relative to the baseline's time,
 *     median over those that came so far
 * @param reached how many came so far
 */
public record SummaryLine(
    String recipe,
    int size,
    int pictures,
    int missing,
    Optional<Double> seconds,
    Optional<Double> evaluations,
    Optional<Double> peakMemoryMb,
    Optional<Double> loss,
    Optional<Double> content,
    Optional<Double> style,
    Optional<Double> noise,
    Optional<Double> seeds,
    Optional<Double> sizes,
    Optional<Double> photo,
    Optional<Double> toBaseline,
    int reached) {

  /** The line of a recipe at a size. */
  static SummaryLine of(String recipe, int size, List<PictureNumbers> all) {
    List<PictureNumbers> mine =
        all.stream()
            .filter(it -> it.result().trial().recipe().equals(recipe))
            .filter(it -> it.result().trial().size() == size)
            .toList();
    List<PictureNumbers> there =
        mine.stream().filter(it -> it.result().record().isPresent()).toList();
    List<Double> ratios = numbers(there, PictureNumbers::ratioToBaseline);
    return new SummaryLine(
        recipe,
        size,
        there.size(),
        mine.size() - there.size(),
        median(there, it -> it.result().seconds()),
        median(there, it -> it.result().fullSizeEvaluations()),
        median(there, it -> it.result().peakMemoryMb()),
        Averages.geometricMean(numbers(there, PictureNumbers::loss)),
        Averages.geometricMean(numbers(there, PictureNumbers::content)),
        Averages.geometricMean(numbers(there, PictureNumbers::style)),
        median(there, it -> it.result().judgement().map(Judgement::noise)),
        median(there, it -> it.likeness().seeds()),
        median(there, it -> it.likeness().sizes()),
        median(there, it -> it.likeness().photo()),
        Averages.median(ratios),
        ratios.size());
  }

  private static Optional<Double> median(
      List<PictureNumbers> pictures, Function<PictureNumbers, Optional<Double>> number) {
    return Averages.median(numbers(pictures, number));
  }

  private static List<Double> numbers(
      List<PictureNumbers> pictures, Function<PictureNumbers, Optional<Double>> number) {
    return pictures.stream().flatMap(it -> number.apply(it).stream()).toList();
  }
}
