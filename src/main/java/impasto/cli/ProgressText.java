package impasto.cli;

import java.util.Locale;

/** How numbers of a run in progress are written. */
final class ProgressText {
  private ProgressText() {}

  /** A time to come: {@code 42 s}, {@code 3:07 min} or {@code 1:05 h}. */
  static String duration(double seconds) {
    long whole = Math.round(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    if (whole < 3600) {
      return String.format(Locale.ROOT, "%d:%02d min", whole / 60, whole % 60);
    }
    return String.format(Locale.ROOT, "%d:%02d h", whole / 3600, whole / 60 % 60);
  }

  /** A pace: {@code 2.5 it/s}, or {@code 4.0 s/it} if an iteration takes longer than a second. */
  static String pace(double secondsPerIteration) {
    return secondsPerIteration > 1
        ? String.format(Locale.ROOT, "%.1f s/it", secondsPerIteration)
        : String.format(Locale.ROOT, "%.1f it/s", 1 / secondsPerIteration);
  }

  /** A loss, with five digits that count. */
  static String loss(double loss) {
    return String.format(Locale.ROOT, "%.5g", loss);
  }
}
