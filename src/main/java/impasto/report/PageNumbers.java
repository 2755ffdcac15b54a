package impasto.report;

import java.util.Locale;

/** Numbers and times as people read them. */
final class PageNumbers {
  private PageNumbers() {}

  /** A loss in four digits. */
  static String loss(double loss) {
    return Double.isFinite(loss) ? String.format(Locale.ROOT, "%.4g", loss) : "not finite";
  }

  /**
   * A time in its two largest units.
   *
   * @param seconds at least 0
   */
  static String time(double seconds) {
    if (seconds < 9.95) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    return whole < 3600
        ? "%d min %d s".formatted(whole / 60, whole % 60)
        : "%d h %d min".formatted(whole / 3600, whole % 3600 / 60);
  }
}
