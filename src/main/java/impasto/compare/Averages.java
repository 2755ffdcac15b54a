package impasto.compare;

import java.util.List;
import java.util.Optional;

/** What many numbers come to. */
final class Averages {
  private Averages() {}

  /** The middle one, or the mean of the two in the middle; empty of none. */
  static Optional<Double> median(List<Double> numbers) {
    if (numbers.isEmpty()) {
      return Optional.empty();
    }
    List<Double> sorted = numbers.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return Optional.of(
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : (sorted.get(middle - 1) + sorted.get(middle)) / 2);
  }

  /** The geometric mean of those that are finite and above 0; empty of none. */
  static Optional<Double> geometricMean(List<Double> numbers) {
    List<Double> usable =
        numbers.stream().filter(number -> number > 0 && Double.isFinite(number)).toList();
    return usable.isEmpty()
        ? Optional.empty()
        : Optional.of(Math.exp(usable.stream().mapToDouble(Math::log).sum() / usable.size()));
  }
}
