package impasto.cli;

import impasto.transfer.Iteration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/** The text of a live bar: exactly as wide as there is room, with the longest words that fit. */
final class BarText {
  private static final int LEAST_CELLS = 10;

  private BarText() {}

  /**
   * Draws a bar.
   *
   * @param done the share that is done, from 0 to 1
   * @param words what to say beside it, the longest wording first
   * @param columns how many characters there are
   * @return exactly so many characters
   */
  static String of(double done, List<String> words, int columns) {
    String percent = String.format(Locale.ROOT, "%3d%% ", (int) Math.floor(100 * done));
    for (String text : words) {
      int cells = columns - percent.length() - "[] ".length() - text.length();
      if (cells >= LEAST_CELLS) {
        int full = (int) Math.floor(cells * done);
        return percent + "[" + "=".repeat(full) + " ".repeat(cells - full) + "] " + text;
      }
    }
    String text = percent + words.get(words.size() - 1);
    return text.length() > columns
        ? text.substring(0, columns)
        : text + " ".repeat(columns - text.length());
  }

  /** Where a run stands: {@code scale 2/5 (181 x 136), iteration 7/100, loss 1.2345}. */
  static String full(Iteration iteration) {
    return "scale %d/%d (%d x %d), iteration %s, loss %s"
        .formatted(
            iteration.scale(),
            iteration.scales(),
            iteration.width(),
            iteration.height(),
            number(iteration),
            ProgressText.loss(iteration.loss()));
  }

  /** The same in fewer characters: {@code 2/5 181x136, 7/100, loss 1.2345}. */
  static String brief(Iteration iteration) {
    return "%d/%d %dx%d, %s, loss %s"
        .formatted(
            iteration.scale(),
            iteration.scales(),
            iteration.width(),
            iteration.height(),
            number(iteration),
            ProgressText.loss(iteration.loss()));
  }

  /** The iteration alone: {@code 7/100}. */
  static String number(Iteration iteration) {
    return iteration.iteration() + "/" + iteration.iterations();
  }

  /** A further item of a list, if its value is known. */
  static String item(OptionalDouble value, DoubleFunction<String> format) {
    return value.isPresent() ? ", " + format.apply(value.getAsDouble()) : "";
  }
}
