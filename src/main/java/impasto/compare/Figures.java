package impasto.compare;

import java.util.Locale;
import java.util.Optional;

/** Numbers in tables for people. */
final class Figures {
  private Figures() {}

  /** A ratio or a similarity: three decimals. */
  static String ratio(Optional<Double> number) {
    return number.map(it -> String.format(Locale.ROOT, "%.3f", it)).orElse("");
  }

  /** Seconds, or evaluations: one decimal below a hundred. */
  static String amount(Optional<Double> number) {
    return number.map(it -> String.format(Locale.ROOT, it < 100 ? "%.1f" : "%.0f", it)).orElse("");
  }

  /** Megabytes. */
  static String whole(Optional<Double> number) {
    return number.map(it -> String.format(Locale.ROOT, "%.0f", it)).orElse("");
  }

  /** A loss in four digits. */
  static String loss(double loss) {
    return String.format(Locale.ROOT, "%.4g", loss);
  }
}
